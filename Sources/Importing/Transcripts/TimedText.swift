/// The reader of WebVTT, SubRip (SRT) and plain transcripts.
struct TimedText {
    private let lines: [Substring]
    private var findings: ImportFindings

    private init(_ text: String, _ findings: ImportFindings) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        self.findings = findings
    }

    /// The longest transcript, in passages.
    private static let passageLimit = 100_000

    /// Reads cues: blocks of lines, the first or second of which has the times.
    static func cues(_ text: String, into findings: inout ImportFindings) -> Transcript {
        var reading = TimedText(text, findings)
        let transcript = reading.cues()
        findings = reading.findings
        return transcript
    }

    /// Reads a text of paragraphs, in which a time or a speaker's name may begin one.
    static func plain(_ text: String, into findings: inout ImportFindings) -> Transcript {
        var reading = TimedText(text, findings)
        let transcript = reading.paragraphs()
        findings = reading.findings
        return transcript
    }

    private mutating func cues() -> Transcript {
        var transcript = Transcript(passages: [])
        var number = 0
        for block in blocks() {
            guard let place = block.firstIndex(where: { $0.contains("-->") }) else {
                header(block, &transcript)
                continue
            }
            number += 1
            guard transcript.passages.count < Self.passageLimit else {
                findings.add(.tooMany, item: number)
                break
            }
            let start = block[place].prefix { $0 != "-" && $0 != " " || $0.isNumber }
            let time = Self.time(start.split(separator: " ").first ?? "")
            if time == nil {
                findings.add(.unreadableDate, item: number, field: "time", String(block[place]))
            }
            if block[place].contains("align:") || block[place].contains("line:") {
                findings.add(.notKept, item: number, field: "cue settings")
            }
            let words = block[(place + 1)...].joined(separator: " ")
            add(words, time, number, to: &transcript)
        }
        return transcript.joined()
    }

    /// The lines before the cues, and notes and styles between them.
    private mutating func header(_ block: ArraySlice<Substring>, _ transcript: inout Transcript) {
        for line in block {
            if line.hasPrefix("WEBVTT") {
                let title = LooseText.folded(String(line.dropFirst(6).drop { "- \t".contains($0) }))
                transcript.title = title.isEmpty ? nil : title
            } else if line.hasPrefix("Language:") {
                transcript.language = LooseText.folded(String(line.dropFirst(9)))
            } else if line.hasPrefix("NOTE") || line.hasPrefix("STYLE") || line.hasPrefix("REGION") {
                findings.add(.notKept, field: String(line.prefix { $0.isLetter }))
                return
            }
        }
    }

    private mutating func paragraphs() -> Transcript {
        var transcript = Transcript(passages: [])
        for (index, block) in blocks().enumerated() where transcript.passages.count < Self.passageLimit {
            var words = LooseText.folded(block.joined(separator: " "))
            var time: String?
            let first = words.drop { "[(".contains($0) }.prefix { $0.isNumber || ":.".contains($0) }
            if first.contains(":"), let found = Self.time(first) {
                time = found
                words = String(
                    words.drop { "[(".contains($0) }.dropFirst(first.count).drop { "]) -–".contains($0) }
                )
            }
            add(words, time, index + 1, to: &transcript)
        }
        return transcript
    }

    private mutating func add(
        _ words: String,
        _ time: String?,
        _ number: Int,
        to transcript: inout Transcript
    ) {
        var (speaker, words) = voice(words)
        let plain = LooseText.folded(LooseText.withoutMarkup(words))
        if speaker == nil { (speaker, words) = Self.named(plain) } else { words = plain }
        words = LooseText.folded(LooseText.visible(words))
        speaker = speaker.map(LooseText.visible)
        guard !words.isEmpty else { return findings.add(.noWords, item: number) }
        if words.count > ImportLimits.note {
            findings.add(.tooLong, item: number, words)
            words = words.prefix(ImportLimits.note - 1) + "…"
        }
        transcript.passages.append(.init(time: time, speaker: speaker, words: words))
    }

    /// The speaker of WebVTT's `<v Name>`.
    private func voice(_ words: String) -> (String?, String) {
        guard words.hasPrefix("<v"), let end = words.firstIndex(of: ">") else { return (nil, words) }
        let name = words[..<end].split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init)
        return (name.map(LooseText.folded), String(words[words.index(after: end)...]))
    }

    /// The speaker of `NAME: words` or `- Name: words`: a few words with capitals before a colon.
    private static func named(_ words: String) -> (String?, String) {
        let text = words.drop { "-–> ".contains($0) }
        guard let colon = text.prefix(60).firstIndex(of: ":") else { return (nil, words) }
        let name = text[..<colon]
        let parts = name.split(separator: " ")
        let isName =
            (1...5).contains(parts.count)
            && parts.allSatisfy { part in
                part.first.map { $0.isUppercase || $0 == "(" || ($0.isNumber && parts.count > 1) } ?? false
            }
        let rest = text[text.index(after: colon)...]
        guard isName, rest.first == " " else { return (nil, words) }
        return (String(name), String(rest))
    }

    /// A time in the form 00:12:34; nil for a text that is none.
    static func time(_ text: Substring) -> String? {
        let parts = text.prefix { $0 != "." && $0 != "," }.split(separator: ":").map { Int($0) }
        guard (2...3).contains(parts.count), !parts.contains(nil) else { return nil }
        let numbers = (parts.count == 2 ? [0] : []) + parts.compactMap(\.self)
        guard numbers.allSatisfy({ $0 >= 0 }), numbers[0] < 1000, numbers[1] < 60, numbers[2] < 60 else {
            return nil
        }
        return numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    /// The groups of lines between blank ones.
    private func blocks() -> [ArraySlice<Substring>] {
        var blocks: [ArraySlice<Substring>] = []
        var start = lines.startIndex
        for index in lines.indices where lines[index].allSatisfy(\.isWhitespace) {
            if index > start { blocks.append(rebased(start..<index)) }
            start = index + 1
        }
        if start < lines.endIndex { blocks.append(rebased(start..<lines.endIndex)) }
        return blocks
    }

    private func rebased(_ range: Range<Int>) -> ArraySlice<Substring> { Array(lines[range])[...] }
}
