"""Links into the originals find the quoted words."""

import fragments
import site_folder


def test_text_fragments_find_their_passage(open_page, tmp_path):
    links = fragments.links() or site_folder.missing("text fragments")
    page = open_page()
    for address, wanted in links.items():
        texts = fragments.passages(address)
        assert texts, f"no article page quotes {address}"
        assert fragments.unfound(page, texts, wanted, tmp_path) == [], address
