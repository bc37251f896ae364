from itertools import groupby

from programs.models import Program


def group_programs(programs: list[Program], *, by_stay: bool) -> list[dict]:
    """The programs as short lists of links, one list a hospital or one list a length of stay."""
    if by_stay:
        in_order = sorted(programs, key=lambda one: one.stay_days)
        return [
            {
                "title": one[0].stay,
                "names": True,
                "links": [(p.hospital.short_name, str(p), p.get_absolute_url()) for p in one],
            }
            for _days, group in groupby(in_order, key=lambda one: one.stay_days)
            if (one := list(group))
        ]
    by_hospital: dict[int, list[Program]] = {}
    for program in programs:
        by_hospital.setdefault(program.hospital_id, []).append(program)
    return [
        {
            "title": one[0].hospital.name,
            "names": False,
            "links": [(p.stay_days, str(p), p.get_absolute_url()) for p in one],
        }
        for one in by_hospital.values()
    ]
