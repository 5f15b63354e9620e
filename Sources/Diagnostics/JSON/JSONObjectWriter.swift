/// Writes an object member by member into one buffer, on one line: for documents of thousands of parts, which as a
/// value would take ten times the memory of what is written.
///
///     var writer = JSONObjectWriter()
///     writer.add("name", "Helsinki")
///     writer.add("claims", claims) { .string($0.id) }
///     let bytes = writer.finish()
package struct JSONObjectWriter {
    private var output: [UInt8] = [UInt8(ascii: "{")]

    /// Begins an object.
    /// - Parameter size: how many bytes it will take, about: a buffer that grows takes twice the memory for a while.
    package init(expecting size: Int = 0) { output.reserveCapacity(size) }

    /// Adds the members of an object that have a value, in their order.
    package mutating func add(_ members: KeyValuePairs<String, JSONValue?>) {
        for (name, value) in members {
            guard let value else { continue }
            begin(name)
            value.write(to: &output)
        }
    }

    /// Adds an array; each element is made, written and forgotten before the next. Those that are nil are left out.
    package mutating func add<Element>(
        _ name: String,
        _ elements: some Sequence<Element>,
        _ make: (Element) -> JSONValue?
    ) {
        begin(name)
        output.append(UInt8(ascii: "["))
        var isFirst = true
        for value in elements.lazy.compactMap(make) {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            value.write(to: &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    /// Ends the object.
    /// - Returns: UTF-8, without a line end: what `JSONValue.serialized()` gives for an object of the same members.
    package consuming func finish() -> [UInt8] {
        output.append(UInt8(ascii: "}"))
        return output
    }

    private mutating func begin(_ name: String) {
        if output.count > 1 { output.append(UInt8(ascii: ",")) }
        JSONValue.string(name).write(to: &output)
        output.append(UInt8(ascii: ":"))
    }
}
