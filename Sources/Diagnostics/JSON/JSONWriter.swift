/// Writes JSON (RFC 8259) straight into a buffer, without making a tree of it first. Its calls read like what they write:
///
///     var json = JSONWriter()
///     json.object { json in
///         json.add("name", "Helsinki")
///         json.add("country", country)  // nothing when it is nil
///         json.array("claims") { json in
///             for claim in claims { json.add(claim.id) }
///         }
///     }
///
/// Methods that take a name write a member of the object that is being written, the others a value on its own or an
/// element of the array that is being written. What is nil is left out, not written as `null`.
package struct JSONWriter: Sendable {
    /// What stands before the next value, which decides on commas and line breaks.
    private enum Position { case beginning, afterName, afterValue }

    /// What has been written, as UTF-8; an object that has begun is open at its end.
    package private(set) var bytes: [UInt8]
    private let style: JSONValue.Style
    private let escaper: JSONStringEscaper
    private var depth = 0
    private var position = Position.beginning

    /// Makes a writer.
    /// - Parameter bytes: what stands before.
    package init(_ style: JSONValue.Style = .compact, after bytes: consuming [UInt8] = []) {
        self.bytes = bytes
        self.style = style
        escaper = JSONStringEscaper(escapesMarkup: style.escapesMarkup)
    }

    /// Makes room for so many bytes: a buffer that grows is copied again and again.
    package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    /// Hands over what has been written, so that a long document is never whole in memory, and goes on with the rest of it.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }
}

// MARK: Values

extension JSONWriter {
    /// Adds a string.
    package mutating func add(_ text: String) {
        beginValue()
        append(quoted: text)
        position = .afterValue
    }

    /// Adds a whole number.
    package mutating func add(_ number: Int) { append(plain: "\(number)") }

    /// Adds a value that is there already.
    package mutating func add(_ value: JSONValue) {
        switch value {
        case .object(let members):
            object { json in
                for member in members {
                    json.beginValue()
                    json.append(quoted: member.name)
                    json.endName()
                    json.add(member.value)
                }
            }
        case .array(let elements): array { json in for element in elements { json.add(element) } }
        case .string(let text): add(text)
        case .integer(let number): add(number)
        case .number(let number): append(plain: number.isFinite ? "\(number)" : "null")
        case .bool(let truth): append(plain: truth ? "true" : "false")
        case .null: append(plain: "null")
        }
    }

    /// Adds an object.
    package mutating func object(_ writeMembers: (inout JSONWriter) -> Void) {
        open("{")
        writeMembers(&self)
        close("}")
    }

    /// Adds an array.
    package mutating func array(_ writeElements: (inout JSONWriter) -> Void) {
        open("[")
        writeElements(&self)
        close("]")
    }
}

// MARK: Members

extension JSONWriter {
    /// Adds a member that is a string.
    package mutating func add(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        self.name(name)
        add(text)
    }

    /// Adds a member that is a whole number.
    package mutating func add(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        self.name(name)
        add(number)
    }

    /// Adds a member that is an object.
    package mutating func object(_ name: StaticString, _ writeMembers: (inout JSONWriter) -> Void) {
        self.name(name)
        object(writeMembers)
    }

    /// Adds a member that is an array.
    package mutating func array(_ name: StaticString, _ writeElements: (inout JSONWriter) -> Void) {
        self.name(name)
        array(writeElements)
    }

    /// Adds the name of a member; its value comes next.
    /// - Parameter name: text without anything to escape.
    package mutating func name(_ name: StaticString) {
        beginValue()
        append("\"")
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        append("\"")
        endName()
    }
}

// MARK: Punctuation

extension JSONWriter {
    private mutating func endName() {
        append(":")
        if style.indentation != nil { append(" ") }
        position = .afterName
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        beginValue()
        append(bracket)
        depth += 1
        position = .beginning
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        depth -= 1
        if position == .afterValue { breakLine() }
        append(bracket)
        position = .afterValue
    }

    private mutating func beginValue() {
        switch position {
        case .afterName: return
        case .afterValue: append(",")
        case .beginning: if depth == 0 { return }
        }
        breakLine()
    }

    private mutating func breakLine() {
        guard let indentation = style.indentation else { return }
        append("\n")
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indentation))
    }

    /// Adds a value that is written as it is.
    private mutating func append(plain text: String) {
        beginValue()
        bytes.append(contentsOf: text.utf8)
        position = .afterValue
    }

    private mutating func append(quoted text: String) {
        // A copy that is changed would be counted as another owner of the text, thousands of times.
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { escaper.append($0, to: &bytes) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { escaper.append($0, to: &bytes) } }
    }

    private mutating func append(_ mark: Unicode.Scalar) { bytes.append(UInt8(ascii: mark)) }
}
