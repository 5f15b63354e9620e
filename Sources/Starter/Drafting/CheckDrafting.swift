import Newsroom

extension Drafting {
    /// The options of a whole check: article, claim, verdict and sources in one go.
    package struct CheckRequest: Sendable {
        /// The id of an article, or the words that were said.
        package let subject: String
        /// The id of the claim and its verdict, as typed; made of the subject if nil.
        package let id: String?
        /// The ids of the sources, as typed; those that are not there yet are drafted.
        package let sources: [String]
        /// The profile id of the author, as typed.
        package let author: String?
        /// The author's e-mail address in git.
        package let email: String?
        /// Whether explanations and optional fields are left out.
        package let isPlain: Bool

        /// Makes a request.
        package init(
            subject: String,
            id: String? = nil,
            sources: [String] = [],
            author: String? = nil,
            email: String? = nil,
            isPlain: Bool = false
        ) {
            self.subject = subject
            self.id = id
            self.sources = sources
            self.author = author
            self.email = email
            self.isPlain = isPlain
        }
    }

    /// The drafts of a whole check, in the order in which they are written: the article if there is none yet, the sources that are
    /// not there yet, the claim, the verdict.
    ///
    /// The words of a new article are its text, the quotation of the claim, and its statement until somebody says it in neutral words.
    package func drafts(_ request: CheckRequest) throws(DraftProblem) -> [Draft] {
        let words = request.subject.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let known = newsroom.articles[RecordID.normalised(words)]
        let claim = RecordKey(.claim, try id(request.id ?? Self.shortID(known?.id ?? words)))
        var drafts: [Draft] = []
        var article = known?.id ?? claim.id
        if known == nil {
            let made = RecordKey(.article, try id(article))
            article = made.id
            drafts.append(try draft(made, [:], request.isPlain, body: "> \(words)\n"))
        }
        var sources: [String] = []
        for typed in request.sources {
            let key = RecordKey(.source, try id(typed))
            if !sources.contains(key.id) { sources.append(key.id) } else { continue }
            guard newsroom.sources[key.id] == nil else { continue }
            drafts.append(try draft(key, [:], request.isPlain))
        }
        var appearance = ["article": article]
        var values: [String: DraftValue] = [:]
        if known == nil {
            appearance["quote"] = words
            values["statement"] = .text(words)
        }
        values["stated"] = known?.published.map { .text($0.value.description) }
        values["appearances"] = .groups([appearance])
        drafts.append(try draft(claim, values, request.isPlain))
        var ruling: [String: DraftValue] = ["claim": .text(claim.id)]
        if !sources.isEmpty { ruling["evidence"] = .groups(sources.map { ["source": $0] }) }
        let person = Request(kind: .verdict, id: claim.id, author: request.author, email: request.email)
        if let author = try author(for: person) { ruling["authors"] = .list([author]) }
        drafts.append(try draft(RecordKey(.verdict, claim.id), ruling, request.isPlain))
        return drafts
    }

    private func draft(
        _ key: RecordKey,
        _ values: [String: DraftValue],
        _ isPlain: Bool,
        body: String = ""
    ) throws(DraftProblem) -> Draft {
        if let path = path(of: key) { throw .taken(key, path: path) }
        let writer = DraftWriter(kind: key.kind, values: values, settings: newsroom.settings)
        return Draft(
            path: "\(key.kind.folder)/\(key.id).md",
            text: (isPlain ? writer.plainText : writer.explainedText(id: key.id)) + body,
            missing: key.kind.fields.flatMap { Self.missing($0, values[$0.name]) }
        )
    }

    /// An id made of the first words of a text.
    private static func shortID(_ text: String) -> String {
        let whole = RecordID.suggestion(for: text)
        let words = whole.split(separator: "-").prefix(6).joined(separator: "-")
        return words.isEmpty ? "a-claim" : words
    }
}
