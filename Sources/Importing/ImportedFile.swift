import Captures
import Diagnostics

/// What a file holds for a newsroom, and what was noticed while it was read. No input makes it trap, and nothing outside is read.
///
///     let file = try ImportedFile(bytes, name: "claims.json")
///     file.items      // claims with what others ruled on them
///     file.findings   // mistakes, repairs and losses
package struct ImportedFile: Sendable {
    /// The content of a file.
    package enum Content: Sendable {
        /// Claims.
        case items([IncomingItem])
        /// What was said somewhere.
        case transcript(Transcript)
        /// A table whose columns a person has to name first.
        case unmapped(Table)
    }

    /// Why nothing was read.
    package enum Problem: Error, Hashable, Sendable {
        /// The file has no bytes, or blanks only.
        case empty
        /// The file is larger than an import takes, in bytes.
        case tooLarge(Int)
        /// The file is in none of the formats.
        case unknownFormat
        /// The map names columns that the table does not have.
        case unknownColumns([String], known: [String])
    }

    /// The format that the file is in.
    package let format: ImportFormat
    /// What it holds.
    package let content: Content
    /// What was noticed.
    package private(set) var findings: ImportFindings

    /// Reads a file.
    /// - Parameters:
    ///   - name: the file's name, whose ending helps to tell formats apart.
    ///   - format: the format, where the file does not show it.
    ///   - map: the columns of a table.
    ///   - order: the order of day and month in dates of numbers.
    package init(
        _ bytes: [UInt8],
        name: String,
        format: ImportFormat? = nil,
        map: ColumnMap? = nil,
        order: LooseDate.Order? = nil
    ) throws(Problem) {
        guard bytes.count <= ImportLimits.file else { throw .tooLarge(bytes.count) }
        var findings = ImportFindings()
        let text = Self.text(of: bytes, &findings)
        guard text.contains(where: { $0 > 0x20 }) else { throw .empty }
        let order = map?.order ?? order
        let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
        let format = format ?? Self.guess(text, ending)
        switch format {
        case .rss?, .atom?:
            var feeds = Feeds(order: order, findings: findings)
            feeds.read(xml: text)
            guard !feeds.items.isEmpty || feeds.findings.all.isEmpty else {
                self.init(format ?? .rss, .items([]), feeds.findings)
                return
            }
            self.init(format ?? .rss, .items(feeds.items), feeds.findings)
        case .webVTT?, .srt?:
            let transcript = TimedText.cues(String(decoding: text, as: UTF8.self), into: &findings)
            self.init(format ?? .webVTT, .transcript(transcript), findings)
        case .transcript?:
            let transcript = TimedText.plain(String(decoding: text, as: UTF8.self), into: &findings)
            self.init(.transcript, .transcript(transcript), findings)
        case .table? where !Self.beginsJSON(text):
            guard let table = Table.read(text, into: &findings) else { throw .unknownFormat }
            try self.init(table, map, findings)
        case nil where Self.beginsMarkup(text):
            self.init(page: text, order, findings)
        case .claimReview? where Self.beginsMarkup(text):
            self.init(page: text, order, findings)
        default:
            guard Self.beginsJSON(text) else { throw .unknownFormat }
            try self.init(json: text, format, map, order, findings)
        }
    }

    private init(_ format: ImportFormat, _ content: Content, _ findings: ImportFindings) {
        self.format = format
        self.content = content
        self.findings = findings
    }

    private init(_ table: Table, _ map: ColumnMap?, _ findings: ImportFindings) throws(Problem) {
        guard let map else {
            self.init(.table, .unmapped(table), findings)
            return
        }
        let unknown = map.columns.values.filter { !table.columns.contains($0) }.sorted()
        guard unknown.isEmpty else { throw .unknownColumns(unknown, known: table.columns) }
        var findings = findings
        let items = table.items(by: map, into: &findings)
        self.init(.table, .items(items), findings)
    }

    // MARK: - Recognising

    /// The text in UTF-8, without a byte order mark.
    private static func text(of bytes: [UInt8], _ findings: inout ImportFindings) -> [UInt8] {
        if String(validating: bytes, as: UTF8.self) != nil {
            return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        }
        findings.add(.wrongEncoding)
        return Array(PageEncoding.text(of: bytes, contentType: nil).utf8)
    }

    private static func first(_ text: [UInt8]) -> UInt8? { text.first { $0 > 0x20 } }

    private static func beginsJSON(_ text: [UInt8]) -> Bool {
        first(text) == UInt8(ascii: "{") || first(text) == UInt8(ascii: "[")
    }

    private static func beginsMarkup(_ text: [UInt8]) -> Bool { first(text) == UInt8(ascii: "<") }

    /// The format by the beginning of a text and the ending of its name; nil for JSON and pages, which are told apart when read.
    private static func guess(_ text: [UInt8], _ ending: String) -> ImportFormat? {
        let head = String(decoding: text.prefix(4096), as: UTF8.self)
        if head.hasPrefix("WEBVTT") { return .webVTT }
        if beginsMarkup(text) {
            let lower = head.lowercased()
            if lower.contains("<rss") || lower.contains("<rdf:rdf") { return .rss }
            if lower.contains("<feed") { return .atom }
            return nil
        }
        let isText = ["txt", "md", "transcript"].contains(ending)
        // A time in brackets may begin a transcript.
        if beginsJSON(text), !(isText && head.drop { $0.isWhitespace }.prefix(6).contains(":")) { return nil }
        if head.contains("-->"), head.contains(":") { return ending == "vtt" ? .webVTT : .srt }
        return isText ? .transcript : .table
    }
}

// MARK: - JSON

extension ImportedFile {
    /// Reads JSON, a value or one a line.
    private init(
        json text: [UInt8],
        _ format: ImportFormat?,
        _ map: ColumnMap?,
        _ order: LooseDate.Order?,
        _ findings: ImportFindings
    ) throws(Problem) {
        var findings = findings
        var reader = LooseJSON(text)
        var values: [JSONValue] = []
        while let value = reader.next(), values.count <= ImportLimits.items { values.append(value) }
        Self.note(reader, in: &findings)
        guard let first = values.first else { throw .unknownFormat }
        let format = format ?? Self.guess(first)
        switch format {
        case .factCheckTools?:
            var reading = FactCheckTools(order: order, findings: findings)
            for value in values { reading.read(value) }
            self.init(.factCheckTools, .items(reading.items), reading.findings)
        case .assay?:
            var reading = AssayClaims(findings: findings)
            for value in values { reading.read(value) }
            self.init(.assay, .items(reading.items), reading.findings)
        case .jsonFeed?:
            var reading = Feeds(order: order, findings: findings)
            for value in values { reading.read(json: value) }
            self.init(.jsonFeed, .items(reading.items), reading.findings)
        default:
            var reading = ClaimReviews(order: order, page: nil, findings: findings)
            if format != .table { for value in values { reading.read(value) } }
            if format == .claimReview || !reading.traits.isEmpty {
                findings = reading.findings
                ItemTraits.note(reading.traits, in: &findings)
                self.init(.claimReview, .items(reading.items), findings)
                return
            }
            let rows = values.count == 1 ? first.elements : values
            guard rows.contains(where: { !$0.members.isEmpty }) else { throw .unknownFormat }
            if rows.count > ImportLimits.items { findings.add(.tooMany, "\(rows.count)") }
            try self.init(Table(Array(rows.prefix(ImportLimits.items))), map, findings)
        }
    }

    private static func guess(_ value: JSONValue) -> ImportFormat? {
        if Feeds.isFeed(value) { return .jsonFeed }
        if AssayClaims.isFile(value) { return .assay }
        return FactCheckTools.isAnswer(value) ? .factCheckTools : nil
    }

    private static func note(_ reader: LooseJSON, in findings: inout ImportFindings) {
        for (repair, count) in reader.repairs.sorted(by: { $0.key < $1.key }) {
            findings.add(.brokenJSON, field: repair, "\(count)×")
        }
        if reader.isCutOff { findings.add(.cutOff) }
    }

    /// Reads the ClaimReview objects in the scripts of a page.
    private init(page text: [UInt8], _ order: LooseDate.Order?, _ findings: ImportFindings) {
        var page = HTMLReader(text)
        var scripts: [ArraySlice<UInt8>] = []
        var address: String?
        while let token = page.next() {
            guard case .start(let tag) = token else { continue }
            if tag.name == "script" {
                let content = page.raw(until: "script")
                if tag["type"]?.lowercased().contains("ld+json") ?? false { scripts.append(content) }
            } else if tag.name == "style" || tag.name == "textarea" || tag.name == "title" {
                _ = page.raw(until: tag.name)
            } else if tag.name == "link", tag["rel"]?.lowercased() == "canonical", address == nil {
                address = tag["href"].flatMap { $0.hasPrefix("http") ? $0 : nil }
            }
        }
        var findings = findings
        var reading = ClaimReviews(order: order, page: address, findings: findings)
        var notes = ImportFindings()
        for script in scripts {
            var reader = LooseJSON(Array(script))
            while let value = reader.next() { reading.read(value) }
            Self.note(reader, in: &notes)
        }
        findings = reading.findings
        for note in notes.all { findings.add(note.kind, field: note.field, note.value) }
        ItemTraits.note(reading.traits, in: &findings)
        self.init(.claimReview, .items(reading.items), findings)
    }
}
