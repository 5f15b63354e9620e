import Captures
import Diagnostics
import Digests
import WARC

extension Observation {
    /// The most sentences of each side that a line keeps: enough to see what the change is about.
    package static let keptSentences = 5
    private static let keptLength = 240

    /// The line of the log, without its line end: members in one order, those without a value left out.
    package var line: String {
        JSONValue.object([
            "at": .string(at.seconds), "source": .string(source.description), "url": .string(url),
            "final": final.map(JSONValue.string), "status": status.map(JSONValue.integer),
            "outcome": .string(outcome.rawValue), "reason": reason.map(JSONValue.string),
            "against": against.map(JSONValue.string), "payload": payload.map { .string($0.hexadecimal) },
            "text": text.map { .string($0.hexadecimal) }, "title": title.map(JSONValue.string),
            "signs": signs.isEmpty ? nil : .strings(signs.map(\.rawValue)),
            "gone": drift.flatMap { $0.gone.isEmpty ? nil : .strings($0.gone) },
            "containment": drift?.containment.map(JSONValue.integer),
            "removed": drift.flatMap { Self.kept($0.removed) },
            "added": drift.flatMap { Self.kept($0.added) },
        ]).text(.compact)
    }

    private static func kept(_ sentences: [String]) -> JSONValue? {
        guard !sentences.isEmpty else { return nil }
        return .strings(
            sentences.prefix(keptSentences).map { $0.count > keptLength ? $0.prefix(keptLength) + "…" : $0 }
        )
    }

    /// Reads a line of the log; nil for anything else than an observation.
    init?(line: [UInt8]) {
        guard let value = try? JSONValue(parsing: line, depth: 3),
            let at = value["at"]?.string.flatMap({ WARCDate($0) }), let source = value["source"]?.string,
            let url = value["url"]?.string, let outcome = value["outcome"]?.string.flatMap(Outcome.init)
        else { return nil }
        func texts(_ name: String) -> [String] { value[name]?.elements.compactMap(\.string) ?? [] }
        func number(_ name: String) -> Int? {
            if case .integer(let number)? = value[name] { number } else { nil }
        }
        let drift = Drift(
            gone: texts("gone"),
            containment: number("containment"),
            removed: texts("removed"),
            added: texts("added")
        )
        self.init(
            at: at,
            source: CapturedRecord(source),
            url: url,
            final: value["final"]?.string,
            status: number("status"),
            outcome: outcome,
            reason: value["reason"]?.string,
            against: value["against"]?.string,
            payload: value["payload"]?.string.flatMap { Digest($0) },
            text: value["text"]?.string.flatMap { Digest($0) },
            title: value["title"]?.string,
            signs: texts("signs").compactMap(Sign.init),
            drift: drift.isNone && drift.containment == nil ? nil : drift
        )
    }
}
