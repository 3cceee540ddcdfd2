"""The 64 bad inputs and faults that Estiba withstands, and the tests that show it: `pytest -k row_27`.

A test whose name says its rows (`test_rows_55_and_56_…`) or whose id begins with one (`21-bomb`) need
not stand here, but a row has at least one line.
"""

from __future__ import annotations

ROWS: dict[int, tuple[str, ...]] = {
    1: (
        "checks/test_bad_inputs.py::test_author_is_told[1-spaces]",
        "site/test_notes.py::test_tags_in_every_form",
    ),
    2: ("checks/test_bad_inputs.py::test_author_is_told[2]", "site/test_notes.py::test_tags_in_every_form"),
    3: ("checks/test_bad_inputs.py::test_author_is_told[3]", "site/test_notes.py::test_tags_in_every_form"),
    4: (
        "checks/test_bad_inputs.py::test_author_is_told[4-null]",
        "site/test_notes.py::test_tags_in_every_form",
    ),
    5: ("checks/test_bad_inputs.py::test_author_is_told[5]", "site/test_notes.py::test_tags_in_every_form"),
    6: (
        "vault/test_tags.py::test_bad_input_6_spellings_of_one_word_are_one_tag",
        "vault/test_tags.py::test_bad_input_6_different_tags_never_share_an_address",
        "checks/test_bad_inputs.py::test_author_is_told[6-clash]",
    ),
    7: (
        "browser/test_hostile_notes.py::test_page_of_a_tag_shows_its_notes_as_written",
        "browser/test_polyglots.py::test_row_07_a_search_shows_texts_as_they_were_written",
        "checks/test_bad_inputs.py::test_author_is_told[7]",
    ),
    8: (
        "browser/test_hostile_notes.py::test_nothing_of_a_note_runs",
        "browser/test_polyglots.py::test_row_08_nothing_runs_and_nothing_leaves_the_site",
        "hostile/test_polyglots.py::test_row_08_no_page_holds_anything_live",
        "site/test_head.py::test_a_title_loses_nothing_and_runs_nowhere",
    ),
    9: (
        "browser/test_hostile_notes.py::test_title_description_and_tag_are_seen_as_written",
        "hostile/test_polyglots.py::test_row_09_meta_data_is_read_as_its_author_wrote_it",
        "hostile/test_polyglots.py::test_row_09_feeds_are_well_formed_and_nothing_in_them_runs",
    ),
    10: (
        "site/test_notes.py::test_rows_10_to_13_and_20_title_and_text",
        "checks/test_bad_inputs.py::test_author_is_told[10-list]",
    ),
    11: (
        "site/test_notes.py::test_rows_10_to_13_and_20_title_and_text",
        "checks/test_bad_inputs.py::test_author_is_told_of_the_whole_file",
    ),
    12: (
        "site/test_notes.py::test_problem_is_logged_at_its_place_with_what_to_write",
        "checks/test_bad_inputs.py::test_author_is_told[12]",
    ),
    13: (
        "site/test_notes.py::test_rows_10_to_13_and_20_title_and_text",
        "checks/test_bad_inputs.py::test_author_is_told[13-surrogate]",
    ),
    14: (
        "site/test_notes.py::test_no_text_is_lost",
        "checks/test_bad_inputs.py::test_author_is_told[14-list]",
    ),
    15: (
        "site/test_notes.py::test_no_text_is_lost",
        "checks/test_bad_inputs.py::test_author_is_told_of_the_whole_file",
    ),
    16: (
        "site/test_notes.py::test_front_matter_in_every_dress",
        "checks/test_bad_inputs.py::test_author_is_told[16]",
    ),
    17: (
        "site/test_notes.py::test_front_matter_in_every_dress",
        "vault/test_note.py::test_bad_input_17_a_byte_order_mark_changes_nothing",
    ),
    18: (
        "site/test_notes.py::test_front_matter_in_every_dress",
        "vault/test_posts.py::test_bad_input_18_where_the_hosts_disagree_estiba_has_one_answer",
    ),
    19: ("site/test_notes.py::test_no_text_is_lost",),
    20: (
        "vault/test_values.py::test_bad_input_20_what_a_tag_would_build_is_never_built",
        "hostile/test_rows.py::test_row_20_no_value_of_the_environment_is_shown",
    ),
    21: (
        "checks/test_bad_inputs.py::test_row_21_bomb_is_refused_where_it_grows_too_large",
        "test_yaml_tree.py::test_bad_input_21_a_bomb_is_refused_at_the_alias_that_is_too_much",
    ),
    22: (
        "checks/test_bad_inputs.py::test_author_is_told[22]",
        "test_yaml_tree.py::test_bad_input_22_an_alias_in_its_own_anchor_is_refused",
    ),
    23: ("test_yaml_tree.py::test_bad_input_23_what_is_nested_too_deeply_is_refused_where_it_gets_so",),
    24: (
        "site/test_notes.py::test_keys_that_steer_the_theme_are_not_believed",
        "hostile/test_rows.py::test_rows_24_25_26_keys_of_the_theme_are_passed_over_and_told",
    ),
    25: ("hostile/test_rows.py::test_rows_24_25_26_keys_of_the_theme_are_passed_over_and_told",),
    26: ("hostile/test_rows.py::test_rows_24_25_26_keys_of_the_theme_are_passed_over_and_told",),
    27: ("hostile/test_rows.py::test_rows_27_28_29_nothing_in_a_text_runs_and_its_words_stay",),
    28: (
        "hostile/test_rows.py::test_rows_27_28_29_nothing_in_a_text_runs_and_its_words_stay",
        "checks/test_links.py::test_an_address_that_runs_a_program_is_told",
    ),
    29: ("hostile/test_rows.py::test_rows_27_28_29_nothing_in_a_text_runs_and_its_words_stay",),
    30: ("hostile/test_rows.py::test_row_30_a_broken_address_is_text_and_told",),
    31: (
        "browser/test_hostile_notes.py::test_example_is_seen_and_copied_as_written",
        "markdown/test_blocks.py::test_nasty_titles",
        "markdown/test_blocks.py::test_nasty_info",
    ),
    32: (
        "markdown/test_blocks.py::test_nasty_names_and_images",
        "markdown/test_blocks.py::test_the_text_in_the_page_is_the_text_of_the_fence",
        "hostile/test_polyglots.py::test_row_32_what_scripts_read_is_json",
    ),
    33: (
        "test_folding.py::test_a_slug_has_its_alphabet_its_length_and_is_its_own_slug",
        "markdown/test_naming.py::",
    ),
    34: (
        "hostile/test_rows.py::test_row_34_nothing_is_included_and_it_is_told",
        "markdown/test_extension.py::test_a_snippet_mark_in_an_example_stays",
    ),
    35: (
        "hostile/test_rows.py::test_row_35_templates_are_text",
        "hostile/test_polyglots.py::test_row_35_nothing_is_taken_for_a_template",
    ),
    36: ("hostile/test_rows.py::test_rows_36_37_38_a_note_that_would_take_too_long_keeps_no_other_back",),
    37: ("hostile/test_rows.py::test_rows_36_37_38_a_note_that_would_take_too_long_keeps_no_other_back",),
    38: ("hostile/test_rows.py::test_rows_36_37_38_a_note_that_would_take_too_long_keeps_no_other_back",),
    39: (
        "checks/test_bad_examples.py::test_row_39_a_large_example_is_shown_and_not_looked_at",
        "checks/test_large_examples.py::test_large",
    ),
    40: (
        "checks/test_bad_examples.py::test_row_40_a_bomb_costs_little_memory",
        "checks/test_bad_examples.py::test_row_40_nothing_that_an_example_names_is_opened_or_fetched",
    ),
    41: (
        "checks/test_bad_examples.py::test_author_is_told[41-words]",
        "compose/test_oracle.py::test_errors_of_a_file_are_those_of_the_table",
    ),
    42: (
        "checks/test_bad_examples.py::test_author_is_told[42-service-twice]",
        "checks/test_bad_examples.py::test_row_42_a_part_and_a_first_version_are_called_so",
    ),
    43: (
        "vault/text/test_fences_agree.py::test_the_scan_finds",
        "markdown/test_blocks.py::test_the_text_in_the_page_is_the_text_of_the_fence",
    ),
    44: (
        "vault/text/test_fences.py::test_a_fence_that_never_closes_ends_with_the_note",
        "checks/test_bad_inputs.py::test_author_is_told_of_the_whole_file",
    ),
    45: ("markdown/test_lists.py::test_as_in_commonmark",),
    46: (
        "hostile/test_rows.py::test_row_46_a_tag_at_the_start_of_a_line_is_no_heading",
        "vault/text/test_inline.py::test_tags",
    ),
    47: (
        "vault/links/test_resolving.py::test_bad_input_47_wikilinks_lead_as_in_obsidian",
        "checks/test_links.py::test_bad_input_47_embeds_in_circles_are_told_where_they_stand",
        "markdown/test_embedding.py::",
    ),
    48: (
        "site/test_drafts.py::test_bad_input_48_a_draft_is_absent",
        "hostile/test_polyglots.py::test_row_48_a_draft_is_nowhere_however_it_is_named",
    ),
    49: ("site/test_notes.py::test_row_49_unreadable_note_is_left_out_and_the_others_are_built",),
    50: (
        "hostile/test_rows.py::test_row_50_no_control_character_is_in_a_page_or_the_log",
        "report/test_text.py::test_nothing_of_a_note_steers_the_terminal",
    ),
    51: (
        "vault/text/test_characters.py::test_bad_inputs_50_and_51_what_no_editor_shows_is_told_with_its_place",
        "report/test_text.py::test_nothing_of_a_note_steers_the_terminal",
    ),
    52: ("site/test_odd_vaults.py::test_row_52_line_ends_make_no_difference_to_the_bytes_of_a_site",),
    53: ("site/test_odd_vaults.py::test_row_53_no_note_is_lost_and_no_file_is_in_the_place_of_another",),
    54: (
        "site/test_odd_vaults.py::test_row_54_every_note_is_a_page_and_every_link_leads_somewhere",
        "vault/files/test_finding.py::test_row_54_a_name_that_is_no_utf_8_is_refused",
    ),
    55: (
        "vault/files/test_finding.py::test_row_55_a_link_that_must_not_be_followed_is_refused",
        "vault/files/test_finding.py::test_row_55_what_is_no_file_is_never_opened",
        "hostile/test_rows.py::test_rows_55_56_nothing_from_outside_and_no_secret_is_in_the_site",
    ),
    56: (
        "site/test_attachments.py::test_only_what_is_used_or_kept_is_in_the_site",
        "vault/files/test_file_kinds.py::",
    ),
    57: (
        "checks/test_links.py::test_bad_input_57_an_address_of_nothing_names_the_nearest",
        "vault/links/test_resolving.py::test_bad_input_57_addresses_lead_as_on_github_in_mkdocs_and_in_obsidian",
    ),
    58: (
        "site/output/test_output.py::test_a_build_that_fails_leaves_the_site_and_says_so",
        "site/output/test_output.py::test_a_site_is_whole_after_each_of_some_kills",
        "site/output/test_output.py::test_another_build_is_waited_for_and_then_refused",
    ),
    59: ("site/output/test_output.py::test_a_folder_that_is_not_ours_is_refused",),
    60: (
        "site/test_same_bytes.py::test_two_builds_give_the_same_bytes",
        "site/output/test_output.py::test_an_epoch_that_is_none_is_refused",
    ),
    61: ("browser/test_polyglots.py::test_row_08_nothing_runs_and_nothing_leaves_the_site",),
    62: ("browser/test_csp.py::test_bad_input_62_every_kind_of_page_works",),
    63: (
        "workflows/test_workflows.py::test_zizmor_finds_nothing",
        "forge/test_pull_requests.py::test_nothing_of_a_hostile_change_runs",
    ),
    64: (
        "report/test_github.py::test_the_runner_gets_back_what_was_said_and_nothing_else",
        "checks/test_bad_examples.py::test_row_64_a_message_cannot_break_out_of_an_annotation",
        "hosts/test_workflow_logs.py::test_no_line_of_a_build_is_one",
    ),
}


def rows_of(node: str) -> list[int]:
    """Give the rows that a test shows, by what pytest calls it: `tests/site/test_notes.py::test_x[id]`."""
    node = node.removeprefix("tests/")
    return [row for row, shown in ROWS.items() if any(_is(node, one) for one in shown)]


def _is(node: str, shown: str) -> bool:
    return node == shown or (node.startswith(shown) and (shown.endswith("::") or node[len(shown)] == "["))
