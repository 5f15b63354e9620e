import Newsroom

/// Writes what a reviewer judges as one JSON document: members in a fixed order, those without a value left out.
struct CanonicalForm {
    let newsroom: Newsroom
    let format: JudgedText.Format
    private var writer = CanonicalWriter()

    /// The document on a claim, with a line end at its end.
    static func bytes(
        _ claim: Claim,
        _ verdict: Verdict,
        in newsroom: Newsroom,
        _ format: JudgedText.Format
    ) -> [UInt8] {
        var form = CanonicalForm(newsroom, format)
        form.object { form in
            form.string("format", format.rawValue)
            form.object("claim") { $0.members(of: claim) }
            form.object("verdict") { $0.members(of: verdict) }
            form.object("documents") { $0.members(of: JudgedDocuments(claim, verdict, newsroom, format)) }
        }
        form.writer.lineEnd()
        return form.writer.bytes
    }

    private init(_ newsroom: Newsroom, _ format: JudgedText.Format) {
        self.newsroom = newsroom
        self.format = format
    }

    /// Whether what only the second form has is written.
    var isFull: Bool { format != .first }

    private mutating func members(of claim: Claim) {
        string("id", claim.id)
        text("statement", claim.statement)
        ids("claimants", claim.claimants)
        date("stated", claim.stated)
        if isFull { ids("topics", claim.topics) }
        list("appearances", claim.appearances) { form, appearance in
            form.text("article", appearance.article)
            form.string("kind", appearance.kind.rawValue)
            form.text("quote", appearance.quote)
            form.text("prefix", appearance.prefix)
            form.text("suffix", appearance.suffix)
            form.text("by", appearance.by)
            form.text("locator", appearance.locator)
            form.date("date", appearance.date)
        }
        list("timeline", claim.timeline) { form, event in
            form.string("date", "\(event.date.value)")
            form.text("text", event.text)
            form.ids("sources", event.sources)
        }
        if isFull {
            ids("related", claim.related)
            text("chosen", claim.chosen)
        }
        body("context", of: claim)
    }

    private mutating func members(of verdict: Verdict) {
        text("ruling", verdict.ruling)
        text("title", verdict.title)
        text("summary", verdict.summary)
        ids("authors", verdict.authors)
        list("evidence", verdict.evidence) { $0.members(of: $1) }
        list("parts", verdict.parts) { form, part in
            form.text("part", part.part)
            form.text("ruling", part.ruling)
            form.text("note", part.note)
        }
        list("replies", verdict.written.replies) { form, reply in
            form.text("from", reply.from)
            form.string("asked", reply.asked.map { "\($0.value)" })
            form.string("answered", reply.answered.map { "\($0.value)" })
            form.text("note", reply.note)
        }
        text("would-change", verdict.wouldChange)
        if isFull { string("review-by", verdict.reviewBy.map { "\($0.value)" }) }
        text("counter-example", verdict.counterExample)
        text("single-lineage-reason", verdict.singleLineageReason)
        body("reasoning", of: verdict)
    }

    private mutating func members(of evidence: Evidence) {
        switch evidence.reference {
        case .source(let id): text("source", id)
        case .article(let id): text("article", id)
        }
        string("stance", evidence.stance.rawValue)
        text("shows", evidence.shows)
        text("locator", evidence.locator)
        text("quote", evidence.quote)
    }
}

extension CanonicalForm {
    mutating func object(_ members: (inout CanonicalForm) -> Void) {
        writer.open("{")
        members(&self)
        writer.close("}")
    }

    mutating func object(_ name: StaticString, _ members: (inout CanonicalForm) -> Void) {
        writer.name(name)
        object(members)
    }

    mutating func list<Element>(
        _ name: StaticString,
        _ elements: [Element],
        _ members: (inout CanonicalForm, Element) -> Void
    ) {
        guard !elements.isEmpty else { return }
        writer.name(name)
        writer.open("[")
        for element in elements {
            writer.startItem()
            object { members(&$0, element) }
        }
        writer.close("]")
    }

    mutating func ids(_ name: StaticString, _ ids: [Located<String>]) { strings(name, ids.lazy.map(\.value)) }

    mutating func strings(_ name: StaticString, _ texts: some Collection<String>) {
        guard !texts.isEmpty else { return }
        writer.name(name)
        writer.open("[")
        for text in texts {
            writer.startItem()
            writer.string(text)
        }
        writer.close("]")
    }

    /// Texts of the front matter.
    mutating func texts(_ name: StaticString, _ texts: [Located<String>]) {
        strings(name, texts.lazy.map { CanonicalText.folded($0.value) })
    }

    mutating func string(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        writer.name(name)
        writer.string(text)
    }

    /// Text of the front matter: white space of any kind and length is one blank, as YAML folds lines.
    mutating func text(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        writer.name(name)
        writer.folded(text)
    }

    mutating func text(_ name: StaticString, _ text: Located<String>?) {
        self.text(name, text?.value)
    }

    mutating func date(_ name: StaticString, _ span: Located<DateSpan>?) {
        string(name, span.map { "\($0.value)" })
    }

    /// A yes; a no is left out.
    mutating func flag(_ name: StaticString, _ isSet: Bool) {
        guard isSet else { return }
        writer.name(name)
        writer.truth()
    }

    mutating func body(_ name: StaticString, of record: some Record) {
        let bytes = record.file.bytes
        guard let body = CanonicalText.body(bytes[record.body.clamped(to: bytes.indices)]) else { return }
        writer.name(name)
        writer.string(utf8: body)
    }
}
