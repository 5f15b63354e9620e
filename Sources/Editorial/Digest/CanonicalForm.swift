import Diagnostics
import Newsroom

/// A writer of the judged text as one JSON document: members in a fixed order, without those that have no value.
struct CanonicalForm {
    let newsroom: Newsroom
    let format: JudgedText.Format
    /// Writes without a tree of values: a desk of ten thousand claims asks for the digest of every text.
    private var json = JSONWriter(.pretty)

    /// The document for a claim and its verdict, with a line feed at its end.
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
        return form.json.take() + [UInt8(ascii: "\n")]
    }

    private init(_ newsroom: Newsroom, _ format: JudgedText.Format) {
        self.newsroom = newsroom
        self.format = format
        json.reserveCapacity(16 * 1024)
    }

    /// Whether to write the members that the first form does not have.
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
        list("shown-in", claim.shownIn) { form, occasion in
            form.text("media", occasion.medium)
            form.string("kind", occasion.kind.rawValue)
            form.text("quote", occasion.quote)
            form.text("by", occasion.by)
            form.text("locator", occasion.locator)
            form.date("date", occasion.date)
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
        case .medium(let id): text("media", id)
        }
        string("stance", evidence.stance.rawValue)
        text("shows", evidence.shows)
        text("locator", evidence.locator)
        text("quote", evidence.quote)
    }
}

extension CanonicalForm {
    mutating func object(_ members: (inout CanonicalForm) -> Void) {
        json.beginObject()
        members(&self)
        json.endObject()
    }

    mutating func object(_ name: StaticString, _ members: (inout CanonicalForm) -> Void) {
        json.name(name)
        object(members)
    }

    mutating func list<Element>(
        _ name: StaticString,
        _ elements: [Element],
        _ members: (inout CanonicalForm, Element) -> Void
    ) {
        guard !elements.isEmpty else { return }
        json.name(name)
        json.beginArray()
        for element in elements { object { members(&$0, element) } }
        json.endArray()
    }

    mutating func ids(_ name: StaticString, _ ids: [Located<String>]) { strings(name, ids.lazy.map(\.value)) }

    mutating func strings(_ name: StaticString, _ texts: some Collection<String>) {
        guard !texts.isEmpty else { return }
        json.array(name) { json in for text in texts { json.add(text) } }
    }

    /// Writes texts from the front matter.
    mutating func texts(_ name: StaticString, _ texts: [Located<String>]) {
        strings(name, texts.lazy.map { CanonicalText.folded($0.value) })
    }

    mutating func string(_ name: StaticString, _ text: String?) {
        json.add(name, text)
    }

    mutating func number(_ name: StaticString, _ number: Int?) {
        json.add(name, number)
    }

    /// Writes a text from the front matter; each run of white space becomes one blank, as YAML folds lines.
    mutating func text(_ name: StaticString, _ text: String?) {
        json.add(name, text.map(CanonicalText.folded))
    }

    mutating func text(_ name: StaticString, _ text: Located<String>?) {
        self.text(name, text?.value)
    }

    mutating func date(_ name: StaticString, _ span: Located<DateSpan>?) {
        string(name, span.map { "\($0.value)" })
    }

    /// Writes true; false is left out.
    mutating func flag(_ name: StaticString, _ isSet: Bool) {
        guard isSet else { return }
        json.name(name)
        json.add(.bool(true))
    }

    mutating func body(_ name: StaticString, of record: some Record) {
        let bytes = record.file.bytes
        guard let body = CanonicalText.body(bytes[record.body.clamped(to: bytes.indices)]) else { return }
        json.name(name)
        json.add(utf8: body)
    }
}
