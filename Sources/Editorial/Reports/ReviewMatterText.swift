import Newsroom

extension ReviewMatter {
    /// What there is to judge, as lines for a terminal.
    /// - Parameter zone: the newsroom's, for times of day.
    func lines(in zone: NewsroomTimeZone) -> [String] {
        Self.section("appearances", appearances.flatMap(Self.lines))
            + Self.section("context", Self.paragraphs(context))
            + Self.section("evidence", evidence.flatMap(Self.lines))
            + Self.section("reasoning", Self.paragraphs(reasoning))
            + Self.section(
                "parts",
                parts.map { "\($0.part): \($0.ruling)\($0.note.map { "; \($0)" } ?? "")" }
            )
            + Self.section("replies", replies.flatMap(Self.lines))
            + Self.section("would change the ruling", wouldChange.map { [$0] } ?? [])
            + Self.section("author's note", authorsNote.map(Self.paragraphs) ?? [])
            + Self.section("remarks", remarks.flatMap { Self.lines($0, zone) })
    }

    private static func section(_ head: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", head.uppercased()] + lines.map { $0.isEmpty ? "" : "  \($0)" }
    }

    private static func paragraphs(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static func lines(_ appearance: Occurrence) -> [String] {
        let speaker = appearance.speaker.map { " by \($0)" } ?? ""
        let place = appearance.place.isEmpty ? "" : " (\(appearance.place.joined(separator: ", ")))"
        return ["\(appearance.act)\(speaker) in \(appearance.title)\(place)"]
            + [appearance.quote.map { "“\($0)”" }, appearance.holding.words].compactMap {
                $0.map { "  \($0)" }
            }
    }

    private static func lines(_ piece: Piece) -> [String] {
        let locator = piece.locator.map { " (\($0))" } ?? ""
        let rest = [piece.quote.map { "“\($0)”" }, piece.address, piece.holding.words]
        return ["\(piece.number). \(piece.stance): \(piece.shows)", "  \(piece.title)\(locator)"]
            + rest.compactMap { $0.map { "  \($0)" } }
    }

    private static func lines(_ reply: Answer) -> [String] {
        let asked = reply.asked.map { "asked \($0)" } ?? "not asked"
        let answered = reply.answered.map { "answered \($0)" } ?? "no answer"
        return ["\(reply.name): \(asked), \(answered)"] + (reply.note.map { ["  \($0)"] } ?? [])
    }

    private static func lines(_ remark: Remark, _ zone: NewsroomTimeZone) -> [String] {
        var head = "\(remark.time.clock(in: zone)) \(remark.author)"
        if let passage = remark.passage {
            let place = remark.places.first.map { "in the \($0)" } ?? "gone from the text"
            head += " on “\(passage.exact)” (\(place))"
        }
        return [head + ":"] + paragraphs(remark.note).map { "  \($0)" }
    }
}

extension TextDifference {
    /// The difference word by word, for the terminal: `[-removed-]` and `{+added+}`, as `git diff --word-diff` has them. An
    /// exchanged file has no words: its name, size and digest stand line by line.
    package var words: String {
        guard !isOfFile else {
            return [before.map { "- \($0)" }, after.map { "+ \($0)" }].compactMap(\.self)
                .joined(separator: "\n    ")
        }
        return TextRevision(before ?? "", after ?? "").stretches.map { stretch in
            switch stretch.fate {
            case .kept: stretch.text
            case .removed: "[-\(stretch.text)-]"
            case .added: "{+\(stretch.text)+}"
            case .leftOut: "…"
            }
        }
        .joined(separator: " ")
    }
}
