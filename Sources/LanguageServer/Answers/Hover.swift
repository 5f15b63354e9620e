import Assay
import Checks
import Diagnostics
import Editorial
import LanguageProtocol
import Newsroom

/// `textDocument/hover`: the name behind an id, the meaning of a field, the reason of a rule.
enum Hover {
    static func answer(_ question: Question) async throws -> JSONValue {
        let offset = try question.offset()
        let file = question.file
        let moment = await question.newsroom.moment()
        if let newsroom = moment.newsroom {
            if let thing = NamedThing.at(offset, in: file, newsroom) {
                let hover = HoverText(newsroom: newsroom, desk: moment.desk, today: question.newsroom.today())
                if let text = hover.text(of: thing) { return json(text, thing.range, question) }
            }
            if let lines = FieldLines(file), let cursor = FieldCursor(at: offset, in: lines),
                let field = cursor.fieldName(at: offset)
            {
                let text = "`\(field.name)`: \(field.meaning)\n\n\(field.type.expectation)"
                let ruled =
                    field.name == "statement" ? await RuledSentence.atStatement(question, newsroom) : nil
                return json(text + (ruled.map { "\n\n" + $0 } ?? ""), cursor.word, question)
            }
        }
        let report = try await question.newsroom.presentReport(on: file.path)
        guard report.files[file.path]?.bytes == file.bytes else { return .null }
        let found = FindingMessage.findings(report.diagnostics, in: file.path).first { finding in
            finding.span?.byteRange.meets(offset..<offset) ?? false
        }
        guard let found, let span = found.span, let guide = RuleCatalogue.guide(found.rule.name) else {
            guard let newsroom = moment.newsroom,
                let ruled = await RuledSentence.atText(offset, question, newsroom)
            else { return .null }
            return json(ruled.text, ruled.range, question)
        }
        let text = "`\(guide.name)`: \(guide.summary)\n\n\(guide.why)\n\n**How to fix it.** \(guide.fix)"
        return json(text, span.byteRange, question)
    }

    private static func json(_ text: String, _ range: Range<Int>, _ question: Question) -> JSONValue {
        [
            "contents": MarkdownWords.json(text, asMarkdown: question.client.showsMarkdownOverPlaces),
            "range": question.json(range),
        ]
    }
}

/// What an editor shows of a record, topic or ruling, in Markdown.
struct HoverText {
    let newsroom: Newsroom
    let desk: Desk?
    let today: CalendarDate

    /// The text on something; nil if there is no such thing.
    func text(of thing: NamedThing) -> String? {
        switch thing.space {
        case .topic:
            return newsroom.settings.topic(thing.id).map { topic in
                Self.paragraphs(["**\(Self.words(topic.name))** (topic)", topic.description.map(Self.words)])
            }
        case .ruling:
            return newsroom.settings.scale.ruling(thing.id).map { ruling in
                Self.paragraphs(["**\(Self.words(ruling.label))** (ruling)", Self.words(ruling.meaning)])
            }
        case .record(let kind):
            return newsroom.record(RecordKey(kind, thing.id)).map { record in
                let card = RecordCard(record)
                let title = "**\(Self.words(card.title))** (\(kind.rawValue) `\(record.id)`)"
                return Self.paragraphs([title, card.subtitle.map(Self.words)] + more(on: record))
            }
        }
    }

    private static func words(_ text: String) -> String { MarkdownWords.escaped(text) }

    private static func paragraphs(_ parts: [String?]) -> String {
        parts.compactMap(\.self).joined(separator: "\n\n")
    }

    private func more(on record: any Record) -> [String?] {
        switch record {
        case let source as Source:
            [
                source.url.map { Self.words($0.value) },
                source.archived.isEmpty
                    ? "not archived" : "archived: \(Self.words(source.archived[0].value))",
                source.status.map { "status: \($0.value.rawValue)" },
            ]
        case let article as Article: [article.url.map { Self.words($0.value) }]
        case let claim as Claim: state(of: claim)
        case let verdict as Verdict: [Self.words(verdict.summary.value)] + ruling(of: verdict)
        case let profile as Profile: [profile.role.map { "\($0.rawValue) of this newsroom" }]
        case let medium as Medium: [medium.alt.map { Self.words($0.value) }]
        default: []
        }
    }

    private func ruling(of verdict: Verdict) -> [String?] {
        let publication = newsroom.publication(of: verdict)
        let day = publication.published?.value
        return [
            newsroom.ruling(of: verdict).map { "ruling: \(Self.words($0.label))" },
            day.map { $0 <= today ? "published \($0)" : "to be published \($0)" } ?? "not published",
        ]
    }

    private func state(of claim: Claim) -> [String?] {
        let verdict = newsroom.verdict(on: claim)
        guard let desk, let standing = desk.claims[claim.id] else {
            return verdict.map(ruling) ?? ["no verdict yet"]
        }
        let state = standing.state(on: today, in: newsroom.settings.policy.mode)
        let count = standing.journal.lines.count
        return [
            verdict.flatMap(newsroom.ruling).map { "ruling: \(Self.words($0.label))" },
            "state: \(state.words)",
            count == 0 ? nil : "\(count) \(count == 1 ? "line" : "lines") in its journal",
        ]
    }
}
