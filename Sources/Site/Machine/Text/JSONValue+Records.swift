import Diagnostics

extension JSONValue {
    /// The text, or nil for nil: for members that are left out when they are not known.
    static func optional(_ text: String?) -> JSONValue? { text.map(JSONValue.string) }

    /// An array, or nil when it is empty.
    static func array(unlessEmpty values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }

    /// Nothing for none, the value itself for one, and an array for several: how JSON-LD writes properties.
    static func oneOrMany(_ values: [JSONValue]) -> JSONValue? {
        values.count == 1 ? values[0] : array(unlessEmpty: values)
    }

    /// This object with other members before its own.
    func preceded(by members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        guard case .object(let own) = self, case .object(let first) = JSONValue.object(members) else {
            return self
        }
        return .object(first + own)
    }
}

extension RenderedFile {
    /// Makes a file of JSON that ends with a line end.
    init(_ route: Route, json: JSONValue, _ style: JSONValue.Style = .compact) {
        self.init(route, line: json.serialized(style))
    }

    /// Makes a file of JSON that was written already, and adds the line end.
    init(_ route: Route, line json: consuming [UInt8]) {
        json.append(UInt8(ascii: "\n"))
        self.init(route: route, bytes: json)
    }
}
