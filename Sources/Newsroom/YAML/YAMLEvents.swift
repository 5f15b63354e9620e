import CYaml
import Diagnostics
import Yams

/// Reads YAML from the events of libyaml, the parser inside Yams, and makes our nodes of them at once.
///
/// Yams makes a tree of its own from the same events. It stays the judge of everything that is not plain: where
/// there is a mistake, an alias or a name that occurs twice, nothing is read here, and Yams says what is wrong. No
/// other file touches libyaml's memory.
struct YAMLEvents {
    /// What came of reading.
    enum Outcome {
        /// The node, or nil for an empty text.
        case plain(YAMLNode?)
        /// Yams has to read it.
        case unusual
    }

    /// Groups with more names are for Yams, which looks for names that occur twice in time that does not grow with
    /// the square.
    private static let nameLimit = 64

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let lines: LineTable

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
                return YAMLEvents(parser: parser, lines: lines).read()
            }
        }
    }

    /// One document and no more.
    private func read() -> Outcome {
        guard take(YAML_STREAM_START_EVENT), var event = next() else { return .unusual }
        if event.type == YAML_STREAM_END_EVENT { return .plain(nil) }
        yaml_event_delete(&event)
        guard let first = next(), let root = node(first, depth: 0), take(YAML_DOCUMENT_END_EVENT),
            take(YAML_STREAM_END_EVENT)
        else { return .unusual }
        return .plain(root)
    }

    /// The node that begins with an event; nil where Yams has to judge.
    private func node(_ event: yaml_event_t, depth: Int) -> YAMLNode? {
        var event = event
        defer { yaml_event_delete(&event) }
        guard depth < YAMLReader.depthLimit else { return nil }
        switch event.type {
        case YAML_SCALAR_EVENT: return text(of: event).map(YAMLNode.scalar)
        case YAML_SEQUENCE_START_EVENT: return list(from: event, depth: depth)
        case YAML_MAPPING_START_EVENT: return group(from: event, depth: depth)
        default: return nil
        }
    }

    private func list(from start: yaml_event_t, depth: Int) -> YAMLNode? {
        var items: [YAMLNode] = []
        while let event = next() {
            if event.type == YAML_SEQUENCE_END_EVENT { return .sequence(items, range: line(of: start)) }
            guard let item = node(event, depth: depth + 1) else { return nil }
            items.append(item)
        }
        return nil
    }

    private func group(from start: yaml_event_t, depth: Int) -> YAMLNode? {
        var entries: [(key: Located<String>, value: YAMLNode)] = []
        entries.reserveCapacity(8)
        while let event = next() {
            if event.type == YAML_MAPPING_END_EVENT {
                return .mapping(YAMLMapping(entries: entries, range: line(of: start)))
            }
            guard case .scalar(let key)? = node(event, depth: depth + 1), entries.count < Self.nameLimit,
                !entries.contains(where: { $0.key.value == key.value }),
                let first = next(), let value = node(first, depth: depth + 1)
            else { return nil }
            entries.append((key, value))
        }
        return nil
    }

    private func text(of event: yaml_event_t) -> Located<String>? {
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        // Yams leaves out a byte order mark that a text begins with.
        guard bytes.first != 0xEF else { return nil }
        let style = Node.Scalar.Style(rawValue: UInt32(scalar.style.rawValue)) ?? .any
        return lines.scalar(String(decoding: bytes, as: UTF8.self), style: style, at: place(of: event))
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
