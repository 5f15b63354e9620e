import CYaml
import Diagnostics
import Yams

/// Reads YAML from the events of libyaml, the parser inside Yams, and makes our nodes of them at once.
///
/// This reader alone decides what is accepted. Two limits bound the cost of hostile text: the depth of lists and groups, and the
/// number of names for values. No other file touches libyaml's memory.
struct YAMLEvents {
    /// What came of reading.
    enum Outcome {
        /// The content.
        case content(YAMLContent)
        /// The text is YAML, and no front matter: why.
        case refused(YAMLFailure)
        /// libyaml cannot go on; `YAMLReader` puts the mistake into words.
        case mistake
    }

    /// More names than any group of a newsroom's files has.
    static let nameLimit = 2000
    /// More anchors and aliases than any file needs: those of a few lines can stand for gigabytes.
    static let aliasLimit = 16
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
    /// How many anchors and aliases there are so far.
    private var aliasCount = 0
    /// The outermost bracket that is open.
    private var openBracket: Int?
    private var refusal: YAMLFailure?

    private init(_ parser: UnsafeMutablePointer<yaml_parser_t>, _ file: SourceFile, _ lines: LineTable) {
        self.parser = parser
        self.file = file
        self.lines = lines
    }

    /// Reads a range of a file.
    static func read(_ file: SourceFile, range: Range<Int>, lines: LineTable) -> Outcome {
        file.bytes[range].withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return .content(YAMLContent(root: nil)) }
            var parser = yaml_parser_t()
            return withUnsafeMutablePointer(to: &parser) { parser in
                guard yaml_parser_initialize(parser) == 1 else { return .mistake }
                defer { yaml_parser_delete(parser) }
                yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
                yaml_parser_set_input_string(parser, start, text.count)
                var events = YAMLEvents(parser, file, lines)
                if let content = events.read() { return .content(content) }
                return events.refusal.map(Outcome.refused) ?? .mistake
            }
        }
    }

    /// One document and no more; nil after a mistake, or what is refused.
    private mutating func read() -> YAMLContent? {
        guard take(YAML_STREAM_START_EVENT), var event = next() else { return nil }
        if event.type == YAML_STREAM_END_EVENT { return YAMLContent(root: nil) }
        yaml_event_delete(&event)
        guard let first = next(), let root = node(first, depth: 0), take(YAML_DOCUMENT_END_EVENT),
            take(YAML_STREAM_END_EVENT)
        else { return nil }
        let marks = (tags + unusedAnchors.values).sorted { $0.lowerBound < $1.lowerBound }
        return YAMLContent(root: root, comments: comments, unusedMarks: marks)
    }

    /// Refuses the text for a rule; nil, so that reading ends.
    private mutating func refuse<Value>(
        _ rule: RuleID,
        _ message: String,
        at range: Range<Int>,
        help: String
    ) -> Value? {
        if refusal == nil { refusal = YAMLFailure(rule, message, at: file.span(range), help: help) }
        return nil
    }

    /// Whether one anchor or alias more is not too many; otherwise the text is refused.
    private mutating func mayName(at event: yaml_event_t) -> Bool {
        aliasCount += 1
        guard aliasCount > Self.aliasLimit else { return true }
        let _: YAMLNode? = refuse(
            .yamlTooComplex,
            "it has too many anchors and aliases (`&name`, `*name`)",
            at: line(of: event).prefix(1),
            help: "write the values out"
        )
        return false
    }

    /// The node that begins with an event; nil after a mistake, or what is refused.
    /// - Parameter depth: how many lists and groups it is in.
    private mutating func node(_ event: yaml_event_t, depth: Int) -> YAMLNode? {
        var event = event
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_SCALAR_EVENT:
            return noted(.scalar(text(of: event)), event, event.data.scalar.anchor, event.data.scalar.tag)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            let isFlow = start.style == YAML_FLOW_SEQUENCE_STYLE
            return nested(event, isFlow: isFlow, depth: depth) { $0.list(from: event, depth: depth + 1) }
                .flatMap { noted($0, event, start.anchor, start.tag) }
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            let isFlow = start.style == YAML_FLOW_MAPPING_STYLE
            return nested(event, isFlow: isFlow, depth: depth) { $0.group(from: event, depth: depth + 1) }
                .flatMap { noted($0, event, start.anchor, start.tag) }
        case YAML_ALIAS_EVENT:
            guard let name = event.data.alias.anchor.map({ String(cString: $0) }), mayName(at: event) else {
                return nil
            }
            unusedAnchors[name] = nil
            return anchors[name]
        default: return nil
        }
    }

    /// A list or a group, unless it is in too many others.
    private mutating func nested(
        _ event: yaml_event_t,
        isFlow: Bool,
        depth: Int,
        _ read: (inout YAMLEvents) -> YAMLNode?
    ) -> YAMLNode? {
        let outermost = openBracket
        if isFlow, outermost == nil { openBracket = place(of: event) }
        guard depth < YAMLReader.depthLimit else {
            refusal =
                openBracket.map { .tooManyBrackets(at: $0, in: file) }
                ?? .tooDeep(at: place(of: event), in: file)
            return nil
        }
        let node = read(&self)
        openBracket = outermost
        return node
    }

    /// A node, with its name for later and its tag.
    private mutating func noted(
        _ node: YAMLNode,
        _ event: yaml_event_t,
        _ anchor: UnsafeMutablePointer<yaml_char_t>?,
        _ tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> YAMLNode? {
        if let name = anchor.map({ String(cString: $0) }) {
            guard mayName(at: event) else { return nil }
            // Of a name that is given twice the later value is meant from there on.
            anchors[name] = node
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

    /// - Parameter depth: how many lists and groups its items are in.
    private mutating func list(from start: yaml_event_t, depth: Int) -> YAMLNode? {
        var items: [YAMLNode] = []
        while let event = next() {
            if event.type == YAML_SEQUENCE_END_EVENT { return .sequence(items, range: line(of: start)) }
            guard let item = node(event, depth: depth) else { return nil }
            items.append(item)
        }
        return nil
    }

    /// - Parameter depth: how many lists and groups its values are in.
    private mutating func group(from start: yaml_event_t, depth: Int) -> YAMLNode? {
        var entries: [(key: Located<String>, value: YAMLNode)] = []
        var names: Set<String> = []
        var repeated: Located<String>?
        entries.reserveCapacity(8)
        while let event = next() {
            if event.type == YAML_MAPPING_END_EVENT {
                if let repeated { return refuse(repeated) }
                return .mapping(YAMLMapping(entries: entries, range: line(of: start)))
            }
            guard let name = node(event, depth: depth) else { return nil }
            guard case .scalar(let key) = name else {
                return refuse(
                    .yamlSyntax,
                    "a field's name must be text",
                    at: line(of: start),
                    help: "write `name: value`"
                )
            }
            guard entries.count < Self.nameLimit else {
                return refuse(
                    .yamlTooComplex,
                    "a group has more than \(Self.nameLimit) names",
                    at: key.range,
                    help: "part the group, or write a list"
                )
            }
            // What is wrong further on in the group may be why a name seems to be there twice.
            if !names.insert(key.value).inserted { repeated = key }
            guard let first = next(), let value = node(first, depth: depth) else { return nil }
            entries.append((key, value))
        }
        return nil
    }

    private mutating func refuse(_ repeated: Located<String>) -> YAMLNode? {
        let start = repeated.range.lowerBound
        return refuse(
            .yamlSyntax,
            "the field `\(repeated.value)` is there twice",
            at: (start..<file.bytes.count).prefix(repeated.value.utf8.count),
            help: "keep one of the two"
        )
    }

    private mutating func text(of event: yaml_event_t) -> Located<String> {
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        // A byte order mark that a text begins with, which only an escape can make, is no word of it.
        let words = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        let style = Node.Scalar.Style(rawValue: UInt32(scalar.style.rawValue)) ?? .any
        let start = place(of: event)
        if style == .plain || style == .any {
            let end = lines.offset(line: event.end_mark.line + 1, column: event.end_mark.column + 1)
            if let comment = lines.comment(after: end) { comments[start] = comment }
        }
        return lines.scalar(String(decoding: words, as: UTF8.self), style: style, at: start)
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
