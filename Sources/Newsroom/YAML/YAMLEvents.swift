import CYaml
import Diagnostics
import Yams

/// Reads YAML from the events of libyaml, the parser inside Yams, and makes our nodes of them at once.
///
/// Yams makes a tree of its own from the same events. It stays the judge of mistakes: where there is one, or a name that
/// occurs twice, nothing is read here. No other file touches libyaml's memory.
struct YAMLEvents {
    /// What came of reading.
    enum Outcome {
        /// The content.
        case plain(YAMLContent)
        /// There is a mistake, which Yams has to name.
        case unusual
        /// A group has more names than any needs; its place.
        case tooManyNames(Range<Int>)
    }

    /// More names than any group of a newsroom's files has.
    static let nameLimit = 2000
    /// The tags of YAML itself say nothing about a text.
    private static let coreTags = Set(
        [
            "str", "int", "float", "bool", "null", "seq", "map", "binary", "timestamp", "set", "omap",
            "pairs", "merge", "value",
        ].map { "tag:yaml.org,2002:" + $0 }
    )

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let file: SourceFile
    private let lines: LineTable
    private var anchors: [String: YAMLNode] = [:]
    private var unusedAnchors: [String: Range<Int>] = [:]
    private var comments: [Int: Range<Int>] = [:]
    private var tags: [Range<Int>] = []
    private var crowdedGroup: Range<Int>?

    private init(_ parser: UnsafeMutablePointer<yaml_parser_t>, _ file: SourceFile, _ lines: LineTable) {
        self.parser = parser
        self.file = file
        self.lines = lines
    }

    /// Reads a range of a file.
    static func read(_ file: SourceFile, range: Range<Int>, lines: LineTable) -> Outcome {
        file.bytes[range].withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return .unusual }
            var parser = yaml_parser_t()
            return withUnsafeMutablePointer(to: &parser) { parser in
                guard yaml_parser_initialize(parser) == 1 else { return .unusual }
                defer { yaml_parser_delete(parser) }
                yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
                yaml_parser_set_input_string(parser, start, text.count)
                var events = YAMLEvents(parser, file, lines)
                let outcome = events.read()
                return events.crowdedGroup.map(Outcome.tooManyNames) ?? outcome
            }
        }
    }

    /// One document and no more.
    private mutating func read() -> Outcome {
        guard take(YAML_STREAM_START_EVENT), var event = next() else { return .unusual }
        if event.type == YAML_STREAM_END_EVENT { return .plain(YAMLContent(root: nil)) }
        yaml_event_delete(&event)
        guard let first = next(), let root = node(first, depth: 0), take(YAML_DOCUMENT_END_EVENT),
            take(YAML_STREAM_END_EVENT)
        else { return .unusual }
        let marks = (tags + unusedAnchors.values).sorted { $0.lowerBound < $1.lowerBound }
        return .plain(YAMLContent(root: root, comments: comments, unusedMarks: marks))
    }

    /// The node that begins with an event; nil where Yams has to judge.
    private mutating func node(_ event: yaml_event_t, depth: Int) -> YAMLNode? {
        var event = event
        defer { yaml_event_delete(&event) }
        guard depth < YAMLReader.depthLimit else { return nil }
        switch event.type {
        case YAML_SCALAR_EVENT:
            guard let text = text(of: event) else { return nil }
            return noted(.scalar(text), event, event.data.scalar.anchor, event.data.scalar.tag)
        case YAML_SEQUENCE_START_EVENT:
            guard let list = list(from: event, depth: depth) else { return nil }
            return noted(list, event, event.data.sequence_start.anchor, event.data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT:
            guard let group = group(from: event, depth: depth) else { return nil }
            return noted(group, event, event.data.mapping_start.anchor, event.data.mapping_start.tag)
        case YAML_ALIAS_EVENT:
            guard let name = event.data.alias.anchor.map({ String(cString: $0) }) else { return nil }
            unusedAnchors[name] = nil
            return anchors[name]
        default: return nil
        }
    }

    /// A node, with its name for later and its tag.
    private mutating func noted(
        _ node: YAMLNode,
        _ event: yaml_event_t,
        _ anchor: UnsafeMutablePointer<yaml_char_t>?,
        _ tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> YAMLNode? {
        if let name = anchor.map({ String(cString: $0) }) {
            // A name that is given twice is for Yams, which knows which value is meant where.
            guard anchors.updateValue(node, forKey: name) == nil else { return nil }
            unusedAnchors[name] = property(UInt8(ascii: "&"), of: event)
        }
        if let tag = tag.map({ String(cString: $0) }), !Self.coreTags.contains(tag) {
            tags.append(property(UInt8(ascii: "!"), of: event))
        }
        return node
    }

    /// The words before a value that begin with a mark.
    private func property(_ mark: UInt8, of event: yaml_event_t) -> Range<Int> {
        let line = lines.lineEnd(from: place(of: event))
        let start = file.bytes[line].firstIndex(of: mark) ?? line.lowerBound
        let end = file.bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: " ")) ?? line.upperBound
        return start..<end
    }

    private mutating func list(from start: yaml_event_t, depth: Int) -> YAMLNode? {
        var items: [YAMLNode] = []
        while let event = next() {
            if event.type == YAML_SEQUENCE_END_EVENT { return .sequence(items, range: line(of: start)) }
            guard let item = node(event, depth: depth + 1) else { return nil }
            items.append(item)
        }
        return nil
    }

    private mutating func group(from start: yaml_event_t, depth: Int) -> YAMLNode? {
        var entries: [(key: Located<String>, value: YAMLNode)] = []
        var names: Set<String> = []
        entries.reserveCapacity(8)
        while let event = next() {
            if event.type == YAML_MAPPING_END_EVENT {
                return .mapping(YAMLMapping(entries: entries, range: line(of: start)))
            }
            guard case .scalar(let key)? = node(event, depth: depth + 1), names.insert(key.value).inserted,
                let first = next()
            else { return nil }
            guard entries.count < Self.nameLimit else {
                crowdedGroup = key.range
                var event = first
                yaml_event_delete(&event)
                return nil
            }
            guard let value = node(first, depth: depth + 1) else { return nil }
            entries.append((key, value))
        }
        return nil
    }

    private mutating func text(of event: yaml_event_t) -> Located<String>? {
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        // Yams leaves out a byte order mark that a text begins with.
        guard bytes.first != 0xEF else { return nil }
        let style = Node.Scalar.Style(rawValue: UInt32(scalar.style.rawValue)) ?? .any
        let start = place(of: event)
        if style == .plain || style == .any {
            let end = lines.offset(line: event.end_mark.line + 1, column: event.end_mark.column + 1)
            if let comment = lines.comment(after: end) { comments[start] = comment }
        }
        return lines.scalar(String(decoding: bytes, as: UTF8.self), style: style, at: start)
    }

    private func place(of event: yaml_event_t) -> Int {
        lines.offset(line: event.start_mark.line + 1, column: event.start_mark.column + 1)
    }

    private func line(of event: yaml_event_t) -> Range<Int> { lines.lineEnd(from: place(of: event)) }

    /// The next event, which the caller deletes if it can hold memory; nil after a mistake.
    private func next() -> yaml_event_t? {
        var event = yaml_event_t()
        return yaml_parser_parse(parser, &event) == 1 ? event : nil
    }

    /// Passes an event; false when another comes.
    private func take(_ type: yaml_event_type_t) -> Bool {
        guard var event = next() else { return false }
        defer { yaml_event_delete(&event) }
        return event.type == type
    }
}
