extension RecordKind {
    /// What a record of this kind is, in one line.
    package var meaning: String {
        switch self {
        case .article: "a published document in which claims were made"
        case .claim: "one statement that can be checked, in the newsroom's neutral words"
        case .source: "one piece of evidence"
        case .verdict: "the reasoned ruling on one claim"
        case .profile: "a person or an organisation"
        case .page: "a standing page, such as the one on corrections"
        }
    }

    /// What the Markdown below the front matter is.
    package var bodyMeaning: String {
        switch self {
        case .article:
            "the article: its own words as block quotes (lines that start with `> `), the rest a digest in yours"
        case .claim: "context for readers; it may be empty"
        case .source: "what the source shows, and how it was read"
        case .verdict: "the reasoning, with citations such as [@id-of-a-source, p. 2]; headings start at ##"
        case .profile: "more about them; it may be empty"
        case .page: "the page's text; headings start at ##"
        }
    }
}
