/// A writer of JSON (RFC 8259) into a buffer, without a tree of values. Its calls read like the output:
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
/// Methods with a name write a member of the open object; the others write an element of the open array, or
/// the whole document. Nil is left out, not written as `null`.
package struct JSONWriter: Sendable {
    /// The token before the next value, on which commas and line breaks depend.
    private enum Position { case beginning, afterName, afterValue }

    /// The output so far, as UTF-8.
    package private(set) var bytes: [UInt8]
    private let style: JSONValue.Style
    private let escaper: JSONStringEscaper
    private var depth = 0
    private var position = Position.beginning

    /// Makes a writer.
    /// - Parameter bytes: the start of the buffer.
    package init(_ style: JSONValue.Style = .compact, after bytes: consuming [UInt8] = []) {
        self.bytes = bytes
        self.style = style
        escaper = JSONStringEscaper(escapesMarkup: style.escapesMarkup)
    }

    /// Reserves room for `count` bytes, because a buffer that grows is copied.
    package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    /// Returns the output so far and removes it from the buffer, so that a long document is never whole in
    /// memory.
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

    /// Adds a string that is given as valid UTF-8.
    package mutating func add(utf8 text: ArraySlice<UInt8>) {
        beginValue()
        text.withUnsafeBufferPointer { escaper.append($0, to: &bytes) }
        position = .afterValue
    }

    /// Adds a whole number.
    package mutating func add(_ number: Int) { append(plain: "\(number)") }

    /// Adds a JSON value.
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
        case .bool(let truth): append(plain: truth ? "true" : "false")
        case .null: append(plain: "null")
        }
    }

    /// Adds an object.
    package mutating func object(_ writeMembers: (inout JSONWriter) -> Void) {
        beginObject()
        writeMembers(&self)
        endObject()
    }

    /// Adds an array.
    package mutating func array(_ writeElements: (inout JSONWriter) -> Void) {
        beginArray()
        writeElements(&self)
        endArray()
    }

    /// Begins an object that `endObject` ends: for a writer that is part of another one.
    package mutating func beginObject() { open("{") }

    /// Ends an object.
    package mutating func endObject() { close("}") }

    /// Begins an array that `endArray` ends.
    package mutating func beginArray() { open("[") }

    /// Ends an array.
    package mutating func endArray() { close("]") }
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
    /// - Parameter name: text that needs no escape.
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

    /// Adds a value whose text needs no escape.
    private mutating func append(plain text: String) {
        beginValue()
        bytes.append(contentsOf: text.utf8)
        position = .afterValue
    }

    private mutating func append(quoted text: String) {
        // `withUTF8` would need a mutable copy, which counts a reference for each of thousands of texts.
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { escaper.append($0, to: &bytes) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { escaper.append($0, to: &bytes) } }
    }

    private mutating func append(_ mark: Unicode.Scalar) { bytes.append(UInt8(ascii: mark)) }
}
