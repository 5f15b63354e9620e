import Mustache

/// JSON, as far as the specification's cases use it.
enum JSONValue: Decodable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case record([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .record(try container.decode([String: JSONValue].self))
        }
    }

    var templateValue: TemplateValue {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let value):
            .text(value == value.rounded() ? String(Int(value)) : String(value))
        case .text(let value): .text(value)
        case .list(let values): .list(values.map(\.templateValue))
        case .record(let values):
            .record(TemplateRecord(values.map { ($0.key, $0.value.templateValue) }))
        }
    }
}
