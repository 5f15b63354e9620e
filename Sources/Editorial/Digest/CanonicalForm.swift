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
        string("id", newsroom.formerIDs.identity(.record(.claim), claim.id))
        text("statement", claim.statement)
        ids("claimants", claim.claimants, .record(.profile))
        date("stated", claim.stated)
        if isFull { ids("topics", claim.topics, .topic) }
        list("appearances", claim.appearances) { form, appearance in
            form.id("article", appearance.article, .record(.article))
            form.string("kind", appearance.kind.rawValue)
            form.text("quote", appearance.quote)
            form.text("prefix", appearance.prefix)
            form.text("suffix", appearance.suffix)
            form.id("by", appearance.by, .record(.profile))
            form.text("locator", appearance.locator)
            form.date("date", appearance.date)
        }
        list("shown-in", claim.shownIn) { form, occasion in
            form.id("media", occasion.medium, .record(.medium))
            form.string("kind", occasion.kind.rawValue)
            form.text("quote", occasion.quote)
            form.id("by", occasion.by, .record(.profile))
            form.text("locator", occasion.locator)
            form.date("date", occasion.date)
        }
        list("timeline", claim.timeline) { form, event in
            form.string("date", "\(event.date.value)")
            form.text("text", event.text)
            form.ids("sources", event.sources, .record(.source))
        }
        if isFull {
            ids("related", claim.related, .record(.claim))
            text("chosen", claim.chosen)
        }
        body("context", of: claim)
    }

    private mutating func members(of verdict: Verdict) {
        id("ruling", verdict.ruling, .ruling)
        text("title", verdict.title)
        text("summary", verdict.summary)
        ids("authors", verdict.authors, .record(.profile))
        list("evidence", verdict.evidence) { $0.members(of: $1) }
        list("parts", verdict.parts) { form, part in
            form.text("part", part.part)
            form.id("ruling", part.ruling, .ruling)
            form.text("note", part.note)
        }
        list("replies", verdict.written.replies) { form, reply in
            form.id("from", reply.from, .record(.profile))
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
        case .source(let id): self.id("source", id, .record(.source))
        case .article(let id): self.id("article", id, .record(.article))
        case .medium(let id): self.id("media", id, .record(.medium))
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

    /// Writes the first ids of things that the front matter names.
    mutating func ids(_ name: StaticString, _ ids: [Located<String>], _ space: IDSpace) {
        let names = newsroom.formerIDs
        strings(name, ids.lazy.map { names.identity(space, $0.value) })
    }

    /// Writes the first id of something that the front matter names.
    mutating func id(_ name: StaticString, _ id: Located<String>?, _ space: IDSpace) {
        text(name, id.map { newsroom.formerIDs.identity(space, $0.value) })
    }

    mutating func strings(_ name: StaticString, _ texts: some Collection<String>) {
        guard !texts.isEmpty else { return }
        json.array(name) { json in for text in texts { json.add(text) } }
    }

    /// Writes texts from the front matter; those that are ids with their first id.
    mutating func texts(_ name: StaticString, _ texts: [Located<String>], _ space: IDSpace? = nil) {
        let names = newsroom.formerIDs
        strings(
            name,
            texts.lazy.map { text in
                CanonicalText.folded(space.map { names.identity($0, text.value) } ?? text.value)
            }
        )
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
        let typed = newsroom.textWithIdentities(record)?[...] ?? bytes[record.body.clamped(to: bytes.indices)]
        guard let body = CanonicalText.body(typed) else { return }
        json.name(name)
        json.add(utf8: body)
    }
}
