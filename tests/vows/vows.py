"""The vows. Each hurt once, or would hurt where nobody looks."""

import ast
from functools import cache

from django.apps import apps

from tests.vows.vow import Vow, called, keyword

LISTS = ("enquiries/desk/lists", "enquiries/desk/enquiry_admin.py", "enquiries/desk/notice_admin.py")


def writes_a_state(node: ast.AST) -> bool:
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        flat = [
            one for target in targets for one in (target.elts if isinstance(target, ast.Tuple) else [target])
        ]
        return any(isinstance(one, ast.Attribute) and one.attr == "state" for one in flat)
    if called(node) in {"update", "create", "update_or_create"}:
        assert isinstance(node, ast.Call)
        return keyword(node, "state") is not None
    return False


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
        looks_in=("enquiries/actions", "enquiries/clinic", "enquiries/family", "enquiries/rules"),
    ),
)
