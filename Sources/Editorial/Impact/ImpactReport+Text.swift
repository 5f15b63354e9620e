import Diagnostics
import Newsroom

extension ImpactReport {
    /// The report as lines for a terminal.
    package var lines: [String] {
        var lines = [summary]
        if let seen { lines.append("  its page: \(seen.words)") }
        if !derived.isEmpty {
            lines.append("  what derives from it: " + derived.map(\.words).joined(separator: ", "))
        }
        for ruling in rulings { lines += [""] + ruling.lines }
        return lines
    }

    /// The document, and how many rulings lean on it, in one line.
    package var summary: String {
        let published = rulings.count(where: \.isBeforeReaders)
        let count =
            rulings.isEmpty
            ? "no ruling leans on it"
            : "\(rulings.count) ruling\(rulings.count == 1 ? " leans" : "s lean") on it, \(published) of them published"
        let state =
            isVanished && status != .withdrawn
            ? " (gone, and there is no copy of it)"
            : status.flatMap { $0 == .live ? nil : " (\($0.rawValue))" } ?? ""
        return "\(document.words)\(state): \(count)"
    }

    /// The same with what became of its page, for a list of documents.
    package var overview: String { summary + (seen.map { "; its page: \($0.words)" } ?? "") }

    /// The report as JSON.
    package var json: JSONValue {
        .object([
            "kind": .string(document.kind.rawValue), "id": .string(document.id),
            "title": title.map(JSONValue.string), "status": status.map { .string($0.rawValue) },
            "vanished": .bool(isVanished), "seen": seen.map { .string($0.words) },
            "derived": .strings(derived.map(\.words)),
            "affects_readers": .bool(affectsReaders),
            "rulings": .array(rulings.map(\.json)),
        ])
    }
}

extension AffectedRuling {
    /// The ruling as lines for a terminal.
    var lines: [String] {
        let readers = isBeforeReaders ? "readers see it" : "readers do not see it"
        var lines = ["  \(verdict.claim.value): \(verdict.ruling.value), \(state.words); \(readers)"]
        lines += leans.map { "    \($0.words)   \($0.span.file):\($0.span.line)" }
        if let lineages {
            let verb = lineages.hold ? "holds" : "does not hold"
            lines.append(
                "    independent lineages: \(lineages.now) now, \(lineages.without) without it; the minimum of \(lineages.needed) \(verb)"
            )
        }
        return lines + needs.map { "    needs: \($0)" }
    }

    /// The ruling as JSON.
    var json: JSONValue {
        .object([
            "claim": .string(verdict.claim.value), "verdict": .string(verdict.id),
            "ruling": .string(verdict.ruling.value), "state": .string(state.rawValue),
            "published": .bool(isBeforeReaders), "carried": .bool(isCarried),
            "leans": .array(leans.map(\.json)),
            "lineages": lineages.map {
                .object([
                    "needed": .integer($0.needed), "now": .integer($0.now),
                    "without": .integer($0.without), "hold": .bool($0.hold),
                ])
            },
            "left": .object([
                "supporting": .integer(left.supporting), "undermining": .integer(left.undermining),
            ]),
            "needs": .strings(needs),
        ])
    }
}

extension AffectedRuling.Lean {
    /// The place in words: `evidence 2 (undermines), by way of source copy`.
    var words: String {
        let place =
            switch place {
            case .evidence(let number, let stance): "evidence \(number) (\(stance.rawValue))"
            case .citation: "cited in the text"
            case .timeline: "the claim's timeline"
            case .appearance: "where the claim was made"
            }
        let between = way.dropLast().map(\.words)
        return between.isEmpty ? place : place + ", by way of " + between.joined(separator: ", ")
    }

    var json: JSONValue {
        var (name, number, stance): (String, Int?, String?) = ("", nil, nil)
        switch place {
        case .evidence(let index, let direction):
            (name, number, stance) = ("evidence", index, direction.rawValue)
        case .citation: name = "citation"
        case .timeline: name = "timeline"
        case .appearance: name = "appearance"
        }
        return .object([
            "place": .string(name), "number": number.map(JSONValue.integer),
            "stance": stance.map(JSONValue.string), "direct": .bool(isDirect),
            "way": .strings(way.map(\.words)), "file": .string(span.file), "line": .integer(span.line),
        ])
    }
}

extension RecordKey {
    /// The kind and the id: `source study`.
    fileprivate var words: String { "\(kind.rawValue) \(id)" }
}
