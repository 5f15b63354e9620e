import Diagnostics
import Newsroom

/// A claim and its verdict in the words that were approved, read from a stored text.
///
/// They stand in for the files where those say something else by now: what was approved is what readers see.
struct ApprovedRecords {
    let claim: Claim
    /// Nil where the claim has no verdict any more whose place it could take.
    let verdict: Verdict?

    /// Reads a text.
    /// - Parameters:
    ///   - claim: the claim as its file is now, which keeps what is not judged.
    ///   - verdict: the verdict as its file is now.
    ///   - names: what was renamed since: the records have the present ids of all that they name.
    init?(_ text: JudgedText, of claim: Claim, _ verdict: Verdict?, _ names: FormerIDs) {
        let document = text.document.named(by: names)
        guard let judgedClaim = document["claim"], let judgedVerdict = document["verdict"],
            let approved = Claim(approved: judgedClaim, text, of: claim)
        else { return nil }
        self.claim = approved
        self.verdict = verdict.flatMap { Verdict(approved: judgedVerdict, text, of: $0) }
    }
}

extension SourceFile {
    /// A file of a stored text with one of its bodies behind it.
    ///
    /// What stands before the body tells two texts apart, as front matter does.
    fileprivate static func approved(
        _ path: String,
        _ text: JudgedText,
        _ body: String?
    ) -> (file: SourceFile, body: Range<Int>) {
        let bytes = text.bytes + Array((body ?? "").utf8)
        return (SourceFile(path: path, bytes: bytes), text.bytes.count..<bytes.count)
    }
}

extension Claim {
    fileprivate convenience init?(approved json: JSONValue, _ text: JudgedText, of claim: Claim) {
        guard let statement = json.located("statement") else { return nil }
        let (file, body) = SourceFile.approved(claim.file.path, text, json["context"]?.string)
        self.init(
            claim,
            file: file,
            body: body,
            statement: statement,
            claimants: json.allLocated("claimants"),
            stated: json.span("stated"),
            topics: text.format == .first ? claim.topics : json.allLocated("topics"),
            appearances: json.elements("appearances").compactMap(Appearance.init(approved:)),
            shownIn: json.elements("shown-in").compactMap(MediumOccasion.init(approved:)),
            timeline: json.elements("timeline").compactMap(TimelineEvent.init(approved:)),
            related: text.format == .first ? claim.related : json.allLocated("related"),
            chosen: json.located("chosen")
        )
    }

    /// The claim without what leans on other records: what it says, when, and who made it, as far as they are who they were.
    func withoutDocuments(_ text: JudgedText, in newsroom: Newsroom) -> Claim {
        let people = text.document.named(by: newsroom.formerIDs)["documents"]?.elements("profiles") ?? []
        let (file, body) = SourceFile.approved(file.path, text, nil)
        return Claim(
            self,
            file: file,
            body: body,
            statement: statement,
            claimants: claimants.filter { claimant in
                guard let approved = people.first(where: { $0["id"]?.string == claimant.value }) else {
                    return true
                }
                let now = newsroom.profiles[claimant.value]
                return approved["name"]?.string == now.map { CanonicalText.folded($0.name.value) }
                    && approved["kind"]?.string == now?.profileKind.rawValue
            },
            stated: stated,
            topics: topics,
            appearances: [],
            shownIn: [],
            timeline: [],
            related: related,
            chosen: chosen
        )
    }
}

extension Appearance {
    fileprivate init?(approved json: JSONValue) {
        guard let article = json.located("article"), let quote = json.located("quote"),
            let kind = json["kind"]?.string.flatMap(Kind.init)
        else { return nil }
        self.init(
            article: article,
            quote: quote,
            prefix: json.located("prefix"),
            suffix: json.located("suffix"),
            kind: kind,
            by: json.located("by"),
            locator: json["locator"]?.string,
            date: json.span("date")
        )
    }
}

extension MediumOccasion {
    fileprivate init?(approved json: JSONValue) {
        guard let medium = json.located("media"), let quote = json.located("quote"),
            let kind = json["kind"]?.string.flatMap(Appearance.Kind.init)
        else { return nil }
        self.init(
            medium: medium,
            quote: quote,
            kind: kind,
            by: json.located("by"),
            locator: json["locator"]?.string,
            date: json.span("date")
        )
    }
}

extension TimelineEvent {
    fileprivate init?(approved json: JSONValue) {
        guard let date = json.span("date"), let text = json.located("text") else { return nil }
        self.init(date: date, text: text, sources: json.allLocated("sources"))
    }
}

extension Verdict {
    fileprivate convenience init?(approved json: JSONValue, _ text: JudgedText, of verdict: Verdict) {
        guard let ruling = json.located("ruling"), let title = json.located("title"),
            let summary = json.located("summary")
        else { return nil }
        let (file, body) = SourceFile.approved(verdict.file.path, text, json["reasoning"]?.string)
        self.init(
            verdict,
            file: file,
            body: body,
            ruling: ruling,
            title: title,
            summary: summary,
            authors: json.allLocated("authors"),
            evidence: json.elements("evidence").compactMap(Evidence.init(approved:)),
            parts: json.elements("parts").compactMap(RulingPart.init(approved:)),
            replies: json.elements("replies").compactMap(Reply.init(approved:)),
            wouldChange: json.located("would-change"),
            reviewBy: text.format == .first ? verdict.reviewBy : json.day("review-by"),
            counterExample: json.located("counter-example"),
            singleLineageReason: json.located("single-lineage-reason")
        )
    }
}

extension Evidence {
    fileprivate init?(approved json: JSONValue) {
        let source = json.located("source").map(EvidenceReference.source)
        let article = json.located("article").map(EvidenceReference.article)
        guard let reference = source ?? article ?? json.located("media").map(EvidenceReference.medium),
            let stance = json["stance"]?.string.flatMap(Stance.init), let shows = json.located("shows")
        else { return nil }
        self.init(
            reference: reference,
            stance: stance,
            shows: shows,
            locator: json["locator"]?.string,
            quote: json.located("quote")
        )
    }
}

extension RulingPart {
    fileprivate init?(approved json: JSONValue) {
        guard let part = json.located("part"), let ruling = json.located("ruling") else { return nil }
        self.init(part: part, ruling: ruling, note: json["note"]?.string)
    }
}

extension Reply {
    fileprivate init?(approved json: JSONValue) {
        guard let from = json.located("from") else { return nil }
        self.init(
            from: from,
            asked: json.day("asked"),
            answered: json.day("answered"),
            note: json["note"]?.string
        )
    }
}

extension JSONValue {
    // A stored text has no places that a finding could name.
    fileprivate func located(_ name: String) -> Located<String>? {
        self[name]?.string.map { Located($0, at: 0..<0) }
    }

    fileprivate func allLocated(_ name: String) -> [Located<String>] {
        elements(name).compactMap { $0.string.map { Located($0, at: 0..<0) } }
    }

    fileprivate func span(_ name: String) -> Located<DateSpan>? {
        self[name]?.string.flatMap { DateSpan($0) }.map { Located($0, at: 0..<0) }
    }

    fileprivate func day(_ name: String) -> Located<CalendarDate>? {
        self[name]?.string.flatMap { CalendarDate($0) }.map { Located($0, at: 0..<0) }
    }

    fileprivate func elements(_ name: String) -> [JSONValue] { self[name]?.elements ?? [] }
}
