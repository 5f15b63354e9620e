import Foundation

/// A newsroom that uses every field of every record, so that its pages have a value of every name.
enum FullNewsroom {
    static let files: [String: String] = [
        "content/site.yaml": """
        name: Test
        url: https://facts.example.org
        language: en
        description: A test.
        publisher: desk
        scale:
          version: 1
          rulings:
            - {id: false, label: "False", meaning: "It is wrong."}
            - {id: true, label: "True", meaning: "It is right."}
          labels:
            - {id: unproven, label: Unproven, meaning: Nobody knows.}
        topics:
          - {id: elections, name: Elections, description: How they are held.}
          - {id: money, name: Money}
        navigation: [contact]
        license: https://example.org/licence
        policy: {mode: newsroom}
        look: {logo: logo.svg, logo-dark: logo.svg, icon: logo.svg}
        footer: The footer.
        notice: The notice.
        social: [https://social.example/@desk]
        fediverse: "@desk@social.example"
        """,
        "static/logo.svg":
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>\n",
        "content/pages/contact.md":
            "---\ntitle: Contact\nsummary: How.\n---\n## One\n\nX.\n\n## Two\n\nX.\n\n## Three\n\nX.\n",
        "content/pages/corrections.md": "---\ntitle: Corrections\n---\nX.\n",
        "content/pages/methodology.md": "---\ntitle: Method\n---\nX.\n",
        "content/profiles/desk.md":
            "---\nname: The desk\nkind: organisation\nrole: desk\ndescription: It checks.\nurl: https://desk.example.org/\naffiliations: paper-house\n---\nMore.\n",
        "content/profiles/paper-house.md": "---\nname: The house\nkind: organisation\n---\n",
        "content/profiles/jo.md":
            "---\nname: Jo March\nsort-name: March\nkind: person\nportrait: face\ndescription: A writer.\nurl: https://jo.example.com/\nsame-as: https://people.example.com/jo\naffiliations: paper-house\n---\nMore.\n",
        "content/profiles/bo.md":
            "---\nname: Bo\nkind: person\nrole: reviewer\nportrait: face\nurl: https://bo.example.com/\n---\n",
        "content/media/face.md":
            "---\nfile: face.jpg\nkind: image\nalt: A face.\ncredit: City archive\nlicence: CC BY 4.0\n---\n",
        "content/media/whole.md":
            "---\nfile: whole.png\nkind: image\nalt: The whole.\ncaption: The whole picture\ncredit: City archive\nlicence: CC BY 4.0\n---\n",
        "content/media/post.md": """
        ---
        file: post.jpg
        kind: post
        alt: A post.
        caption: A post
        credit: City archive
        licence: CC BY 4.0
        made: 2018-07-15
        authenticity: transformed
        original: whole
        mark: false
        warning: It is loud.
        appears-at:
          - {url: "https://social.example/1", date: 2018-07-15, by: Jo, archived: "https://archive.example/1"}
        ---
        The words of the post.
        """,
        "content/media/elsewhere.md":
            "---\nfile: elsewhere.jpg\nkind: image\nalt: A place.\ncredit: X\nlicence: X\noriginal: https://pictures.example/1\n---\n",
        "content/sources/report.md": """
        ---
        title: The report
        title-described: yes
        publisher: P
        authors: [Ann, Ben]
        published: 2018-07-01
        accessed: 2026-01-01
        kind: research
        checked: copy
        read-in: letter
        derived-from: letter
        url: https://example.org/r
        also-at: https://example.com/r
        archived: https://archive.example/r
        interest: It sells them.
        relation: We paid for it.
        status: withdrawn
        language: fr
        ---
        It shows.
        """,
        "content/sources/copy.md":
            "---\ntitle: The copy\npublisher: P\nkind: news-report\nchecked: read\nderived-from: report\nurl: https://example.org/c\n---\nIt shows.\n",
        "content/sources/letter.md":
            "---\ntitle: The letter\npublisher: Q\nkind: primary-document\nchecked: read\nurl: https://example.com/l\n---\nIt shows.\n",
        "seeds/paper.md": """
        ---
        title: The paper
        publisher: paper-house
        authors: [jo]
        published: 2018-07-17
        accessed: 2026-01-01
        url: https://paper.example/1
        archived: https://archive.example/p
        source: letter
        language: fr
        ---
        A digest.

        > Words about cybersecurity were said that day.
        >
        > — P1
        """,
        "seeds/other.md":
            "---\ntitle: The other\npublisher: desk\npublished: 2018-07-18\nurl: https://other.example/1\n---\n> Words on cybersecurity were said that day.\n>\n> — P1\n",
        "content/claims/it-is.md": """
        ---
        statement: It is.
        claimant: jo
        stated: 2018-07-16
        topics: elections
        chosen: Many asked.
        related: other
        appearances:
          - {article: paper, quote: Words about cybersecurity were said, locator: P1}
          - {article: other, quote: Words on cybersecurity were said, locator: P1, by: jo, kind: repeated}
          - {media: post, quote: Look at this, locator: "t=1"}
        timeline:
          - {date: 2018-07-17, text: It went on., sources: [letter, copy]}
        ---
        Context.
        """,
        "content/claims/other.md":
            "---\nstatement: Another thing is so.\nclaimant: jo\nstated: 2018-07-16\ntopics: elections\nappearances:\n  - {article: paper, quote: were said that day}\n---\n",
        "content/verdicts/it-is.md": verdict(of: "it-is"),
        "content/verdicts/other.md": verdict(of: "other"),
    ]

    private static func verdict(of claim: String) -> String {
        """
        ---
        claim: \(claim)
        ruling: true
        title: It is so
        summary: Yes, it is.
        authors: desk
        would-change: A new letter.
        review-by: 2027-01-01
        counter-example: A case.
        single-lineage-reason: There is one.
        parts:
          - {part: One half, ruling: true, note: So.}
        replies:
          - {from: jo, asked: 2026-11-01, answered: 2026-11-02, note: Yes.}
        evidence:
          - {source: report, stance: supports, shows: that it is, quote: it is, locator: p. 1}
          - {source: letter, stance: supports, shows: why it is}
          - {article: paper, stance: context, shows: what was said}
          - {media: post, stance: context, shows: how it looked, locator: "t=1"}
          - {media: elsewhere, stance: context, shows: where it was}
        \((1...14).map { "  - {source: copy, stance: undermines, shows: point \($0)}" }.joined(separator: "\n"))
        ---
        Because it was reported [see @report; @copy], and for a reason [@letter, p. 2].
        """
    }

    /// The files of its media.
    static func addPictures(to room: NewsroomFolder) throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for (fixture, name) in [
            ("gps.jpg", "face.jpg"), ("text.png", "whole.png"), ("gps.jpg", "post.jpg"),
            ("gps.jpg", "elsewhere.jpg"),
        ] {
            let bytes = try Data(contentsOf: tests.appending(path: "MediaTests/Fixtures/\(fixture)"))
            try bytes.write(to: URL(fileURLWithPath: "\(room.path)/content/media/\(name)"))
        }
    }
}
