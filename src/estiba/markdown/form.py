"""The fields with which a reader fills an example in; without JavaScript, a list of what is asked for."""

from __future__ import annotations

from markupsafe import Markup

from estiba.catalogue import Catalogue
from estiba.compose.variables.controls import Control, controls_of
from estiba.compose.variables.fill_plan import FillPlan
from estiba.compose.variables.variables import ExampleVariable
from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.plan import render_plan

_FORM = HtmlTemplate(
    '<div class="estiba-fill"><p class="estiba-fill__said" hidden>{said}</p>'
    '<ul class="estiba-fill__rows">{rows}</ul>'
    '<div class="estiba-fill__choices" hidden>'
    '<fieldset class="estiba-fill__ways"><legend>{ways}</legend>{in_file}{in_env}</fieldset>'
    '<label class="estiba-fill__keep"><input type="checkbox" autocomplete="off"> {keep}</label>'
    '<button type="button" class="estiba-example__action" data-estiba-does="clear">{clear}</button>'
    "</div>{env}{plan}</div>"
)
_ROW = HtmlTemplate(
    '<li class="estiba-fill__row"><div class="estiba-fill__what">'
    '<label for="{id}"><code>{name}</code></label> '
    '<span id="{id}-about" class="estiba-fill__about">{about}{required}{default}</span></div>'
    '<div class="estiba-fill__control" hidden>{control}'
    '<span id="{id}-note" class="estiba-fill__note" role="status"></span></div></li>'
)
_REQUIRED = HtmlTemplate(' · <strong class="estiba-fill__required">{}</strong>')
_DEFAULT = HtmlTemplate('<span class="estiba-fill__default"> · {} <code>{}</code></span>')
_ATTRIBUTES = HtmlTemplate(
    'id="{id}" class="estiba-fill__field" aria-describedby="{id}-about {id}-note" autocomplete="off"'
    ' autocapitalize="none" spellcheck="false" placeholder="{placeholder}" data-estiba-refused="{refused}"'
)
_AREA = HtmlTemplate('<textarea rows="1" {}></textarea>')
_INPUT = HtmlTemplate('<input type="{type}" inputmode="{mode}" {attributes}>')
_OF_SECRET = HtmlTemplate(
    '<button type="button" class="estiba-example__action" data-estiba-does="show" aria-pressed="false"'
    ' aria-label="{show} {name}">{show}</button>'
    '<button type="button" class="estiba-example__action" data-estiba-does="generate"'
    ' aria-label="{generate} {name}" data-estiba-said="{generated}">{generate}</button>'
)
_WAY = HtmlTemplate(
    '<label><input type="radio" name="{id}" value="{value}" autocomplete="off"{checked}> {text}</label>'
)
_ENV = HtmlTemplate(
    '<div class="estiba-example estiba-fill__env" role="group" aria-label=".env" hidden>'
    '<div class="estiba-example__bar"><span class="estiba-example__name">.env</span>'
    '<span class="estiba-example__status" role="status"></span>'
    '<button type="button" class="estiba-example__action estiba-example__copy"'
    ' data-estiba-copied="{copied}" data-estiba-failed="{failed}">{copy}</button>'
    '<button type="button" class="estiba-example__action" data-estiba-does="save">{download}</button>'
    '<p class="estiba-fill__beside">{beside}</p></div>'
    '<div class="no-copy highlight" id="{id}-env"><pre><code></code></pre></div></div>'
)
_NUMBERS = (Control.NUMBER, Control.PORT, Control.UMASK)
_ADDRESSES = (Control.DOMAIN, Control.SITE, Control.HOST, Control.ADDRESS)
_LONGEST = 60
"""Characters of a default that are shown."""
_MOST = 200
"""Fields of a form; of what asks for more, nobody fills in a form."""


def render_form(plan: FillPlan, catalogue: Catalogue, block_id: str) -> Markup:
    """Write a field for each variable of `plan`, for the block `block_id`; nothing for none, or too many.

    Nothing in it has a name but the choice of two ways, and there is no form: nothing can be sent.
    What is only a control is hidden until a script can make use of it.
    """
    if not 0 < len(plan.variables) <= _MOST:
        return Markup("")
    rows = (_row(one, control, catalogue, f"{block_id}-{one.name}") for one, control in controls_of(plan))
    ways = {
        way: _WAY.format(
            id=f"{block_id}-way", value=way, text=catalogue.text(f"fill.way-{way}"), checked=checked
        )
        for way, checked in (("file", Markup(" checked")), ("env", ""))
    }
    return _FORM.format(
        said=catalogue.text("fill.said"),
        rows=Markup("").join(rows),
        ways=catalogue.text("fill.ways"),
        in_file=ways["file"],
        in_env=ways["env"],
        keep=catalogue.text("fill.keep"),
        clear=catalogue.text("fill.clear"),
        env=_ENV.format(
            id=block_id,
            copy=catalogue.text("example.copy"),
            copied=catalogue.text("example.copied"),
            failed=catalogue.text("example.copy-failed"),
            download=catalogue.text("example.download"),
            beside=catalogue.text("fill.beside"),
        ),
        plan=render_plan(plan),
    )


def _row(variable: ExampleVariable, control: Control, catalogue: Catalogue, field_id: str) -> Markup:
    is_required = variable.must_be_set or variable.is_placeholder
    default = "" if variable.is_secret or variable.is_placeholder else _short(variable.default or "")
    return _ROW.format(
        id=field_id,
        name=variable.name,
        about=variable.hint or catalogue.text(f"terms.role-{variable.role}"),
        required=_REQUIRED.format(catalogue.text("fill.required")) if is_required else "",
        default=_DEFAULT.format(catalogue.text("fill.default"), default) if default else "",
        control=_control(variable, control, catalogue, field_id),
    )


def _control(variable: ExampleVariable, control: Control, catalogue: Catalogue, field_id: str) -> Markup:
    refused = catalogue.texts.get(f"fill.refused-{control}", "")
    attributes = _ATTRIBUTES.format(
        id=field_id, placeholder=_placeholder(variable, control, catalogue), refused=refused
    )
    if control is Control.TEXT:
        return _AREA.format(attributes)
    if control is Control.SECRET:
        return _INPUT.format(type="password", mode="text", attributes=attributes) + _OF_SECRET.format(
            name=variable.name,
            show=catalogue.text("fill.show"),
            generate=catalogue.text("fill.generate"),
            generated=catalogue.text("fill.generated"),
        )
    mode = "numeric" if control in _NUMBERS else "url" if control in _ADDRESSES else "text"
    return _INPUT.format(type="text", mode=mode, attributes=attributes)


def _placeholder(variable: ExampleVariable, control: Control, catalogue: Catalogue) -> str:
    """Give what counts while the field is empty, or the like of what belongs there."""
    if variable.is_secret:
        return ""
    if variable.default and not variable.is_placeholder:
        return _short(variable.default)
    like = catalogue.texts.get(f"fill.like-{control}", "")
    return catalogue.text("fill.like", value=like) if like else _short(variable.default or "")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
