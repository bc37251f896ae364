"""The vows. Each hurt once, or would hurt where nobody looks."""

import ast
from functools import cache

from django.apps import apps

from tests.vows.vow import Vow, called, keyword

GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
LISTS = ("enquiries/desk/lists", "enquiries/desk/enquiry_admin.py", "enquiries/desk/notice_admin.py")


def writes_a_state(node: ast.AST) -> bool:
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        flat = [
            one for target in targets for one in (target.elts if isinstance(target, ast.Tuple) else [target])
        ]
        return any(isinstance(one, ast.Attribute) and one.attr == "state" for one in flat)
    return isinstance(node, ast.Call) and _may_write_a_state(node)


def _may_write_a_state(node: ast.Call) -> bool:
    """Also where the column's name is not there to be read: then a reason has to say that it can't be the state."""
    name, said = called(node), [*node.args, *(one.value for one in node.keywords)]
    if name == "setattr" and isinstance(node.func, ast.Name):
        return len(node.args) > 1 and _text(node.args[1]) in {"state", None}
    if name == "bulk_update":
        lists = [one for one in said if isinstance(one, ast.List | ast.Tuple | ast.Set)]
        return not lists or any(_text(column) in {"state", None} for one in lists for column in one.elts)
    if name in {"update", "create", "update_or_create", "get_or_create", "aupdate"}:
        of_rows = isinstance(node.func, ast.Attribute) and "objects" in ast.unparse(node.func)
        unread = any(one.arg is None for one in node.keywords) and (of_rows or name == "update")
        defaults = keyword(node, "defaults")
        return keyword(node, "state") is not None or unread or _names_a_state(defaults)
    return False


def _names_a_state(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Dict) and any(key is None or _text(key) == "state" for key in node.keys)


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def writes_a_mail(node: ast.AST) -> bool:
    """A subject or body that is words in Python; templates hold them, translated and read over."""
    if called(node) not in {"EmailMessage", "EmailMultiAlternatives", "attach_alternative", "Mail"}:
        return False
    assert isinstance(node, ast.Call)
    values = [
        *node.args,
        *(one.value for one in node.keywords if one.arg in {"subject", "body", "text", "html"}),
    ]
    wordy = (ast.JoinedStr, ast.BinOp)
    mime = {"text/html", "text/plain"}
    return any(
        isinstance(one, wordy)
        or (isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value not in mime)
        or called(one) in {"_", "gettext", "ngettext"}
        for one in values
    )


def counts_without_end(node: ast.AST) -> bool:
    """`rows.count()` reads every row; `rows[:limit].count()` reads as many as anyone needs to know of."""
    if called(node) != "count" or not isinstance(node, ast.Call) or node.args:
        return False
    assert isinstance(node.func, ast.Attribute)
    return not isinstance(node.func.value, ast.Subscript)


def orders_without_an_index(node: ast.AST) -> bool:
    if called(node) == "order_by" and isinstance(node, ast.Call) and node.args:
        return not _is_indexed(_columns(node.args))
    return isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id == "ordering" for target in node.targets
    ) and not _is_indexed(_columns(getattr(node.value, "elts", [])))  # fmt: skip


def _is_indexed(columns: tuple[object, ...]) -> bool:
    """Some model declares these very columns, one way round or the other; `pk` is any model's `id`."""
    wanted = tuple("id" if str(name).lstrip("-") == "pk" else str(name).lstrip("-") for name in columns)
    turns = {str(name).startswith("-") for name in columns}
    return len(turns) == 1 and wanted in _indexes()


@cache
def _indexes() -> set[tuple[str, ...]]:
    declared = {
        tuple(name.lstrip("-") for name in index.fields)
        for model in apps.get_models()
        for index in model._meta.indexes
    }
    return declared | {("id",)}


def _columns(nodes: list[ast.expr]) -> tuple[object, ...]:
    return tuple(one.value if isinstance(one, ast.Constant) else "?" for one in nodes)


def reckons_with_local_time(node: ast.AST) -> bool:
    name = called(node)
    if name == "now":
        return _of_datetime(node)
    return name in {"astimezone", "localtime", "localdate", "combine", "today"}


def counts_days_itself(node: ast.AST) -> bool:
    return called(node) == "timedelta" and isinstance(node, ast.Call) and keyword(node, "days") is not None


def hides_a_text(node: ast.AST) -> bool:
    """The collector of texts reads a program's tokens, and an f-string is one."""
    return isinstance(node, ast.JoinedStr) and any(called(one) in GETTEXT for one in ast.walk(node))


def _of_datetime(node: ast.AST) -> bool:
    owner = getattr(getattr(node, "func", None), "value", None)
    return getattr(owner, "id", "") == "datetime"


VOWS = (
    Vow(
        name="state",
        says="a state is written by the workflow only, with its event and its mails",
        breaks=writes_a_state,
        kept_in=("enquiries/rules/workflow.py", "enquiries/background/outbox.py", "content/publishing"),
    ),
    Vow(
        name="mail",
        says="what a mail says stands in its templates",
        breaks=writes_a_mail,
    ),
    Vow(
        name="count",
        says="nobody's sending waits until all rows are counted",
        breaks=counts_without_end,
        looks_in=(
            "enquiries/actions",
            "enquiries/clinic",
            "enquiries/desk/decisions",
            "enquiries/documents",
            "enquiries/entry",
            "enquiries/family",
            "enquiries/rules",
        ),
    ),
    Vow(
        name="order",
        says="a list is read along an index, at a million rows too",
        breaks=orders_without_an_index,
        looks_in=LISTS,
    ),
    Vow(
        name="time",
        says="days and hours are counted by the clocks, which know Berlin's summer time and holidays",
        breaks=reckons_with_local_time,
        kept_in=("ground/berlin.py", "enquiries/rules/working_time.py"),
        looks_in=("content", "enquiries", "ground", "hospitals", "programs"),
    ),
    Vow(
        name="days",
        says="by when somebody has to do something is said by a named clock",
        breaks=counts_days_itself,
        kept_in=("enquiries/rules/working_time.py",),
        looks_in=(
            "enquiries/actions",
            "enquiries/background",
            "enquiries/clinic",
            "enquiries/desk",
            "enquiries/documents",
            "enquiries/entry",
            "enquiries/family",
            "enquiries/rules",
        ),
    ),
    Vow(
        name="text",
        says="a text for translators stands outside of f-strings, where nobody collects it",
        breaks=hides_a_text,
    ),
)
