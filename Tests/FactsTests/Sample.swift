/// A small, made-up set of facts and a newsroom that agrees with it.
enum Sample {
    static let facts = FactsFolder(
        articles: """
            | | VICE News | TechCrunch |
            | --- | --- | --- |
            | Headline | A bridge opens | The bridge |
            | Canonical address | `https://example.org/bridge` (`read`) | not established: leave blank |
            """,
        claims: """
            ### C01. The bridge opened

            - **Suggested slug:** `bridge-opened`
            - **Statement:** The bridge opened in May.
            - **Claimant:** VICE, in its own narration.
            - **Stated:** in the article itself, July 2018 (exact date not established), about 4 May 2018.
            - **Appearances:**
              - V P2: «the bridge opened to 1,200 [walkers](#) — at last»
            - **Evidence:**
              - S01 — supports — the mayor: "we opened it on time" (read beside it: S02) — `read`
              - S02 — undermines — it opened on 6–7 May 2018 — `copy`
              - S03 — context — not confirmed — `unchecked`
            - **Proposed ruling:** **HALF TRUE (missing context).**
            - **Second layer:** As reported: **true**. Underlying: open.
            - **Reasoning:** Nine lanes, and *no toll*.
            """,
        sources: """
            - **title**: described instead: S02.

            | S01 | mayor-speech | The mayor speaks |Town Hall | Ada Roe and Bo Li | 2018-05-07 | transcript | \
            https://example.org/speech ; https://example.org/speech-copy | the speech | read |  |
            | S02 | bridge-report | A report… | Daily |  | 2018-05 | news-report | https://example.org/report | \
            the opening | copy | S01 |
            | S04 | bridge-article | A bridge opens | VICE News |  | 2018-07 | news-report | https://example.org/bridge | \
            the article | read |  |
            | S03 | lost-note | A note | Daily |  |  | news-report | https://example.org/note | nothing | unchecked |  |

            ## Do not cite

            - bad-copies.com: machine-reworded.
            """
    )

    static let folder = RecordFolder(texts: [
        "seeds/vice-helsinki.md": """
        ---
        title: A bridge opens
        url: https://example.org/bridge
        ---
        > the bridge opened to 1,200 walkers — at last
        >
        > — P2
        """,
        "content/claims/bridge-opened.md": """
        ---
        statement: The bridge opened in May.
        claimant: vice-news
        stated: 2018-07
        appearances:
          - article: vice-helsinki
            quote: opened to 1,200 walkers
            locator: P2
        timeline:
          - date: 2018-05-06/2018-05-07
            text: It opens.
            sources: [mayor-speech]
        ---
        """,
        "content/verdicts/bridge-opened.md": """
        ---
        claim: bridge-opened
        ruling: half-true
        title: It opened on 7 May 2018
        summary: Nine lanes were ready.
        parts:
          - part: As reported
            ruling: true
        evidence:
          - source: mayor-speech
            stance: supports
            shows: The mayor’s words.
            quote: we opened it on time
          - source: bridge-report
            stance: undermines
            shows: The days.
        ---
        The mayor said: “We opened it on time.” [@mayor-speech] Some 1,200 came in May 2018 [@bridge-report].
        Nobody was found guilty of anything.
        """,
        "content/sources/mayor-speech.md": """
        ---
        title: The mayor speaks
        publisher: Town Hall
        authors: [Ada Roe, Bo Li]
        published: 2018-05-07
        url: https://example.org/speech
        also-at: https://example.org/speech-copy
        kind: transcript
        checked: read
        ---
        """,
        "content/sources/bridge-report.md": """
        ---
        title: A report…
        title-described: yes
        publisher: Daily
        published: 2018-05
        kind: news-report
        checked: copy
        derived-from: mayor-speech
        ---
        See [the speech](source:mayor-speech).
        """,
    ])
}
