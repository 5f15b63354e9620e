import Mustache
import Newsroom

extension RecordForm {
    /// The fields for the template: the needed ones, then the others.
    var fieldRecords: (needed: [TemplateRecord], others: [TemplateRecord]) {
        let all = fields.map { ($0.isNeeded || Self.isShownFirst($0, of: kind), record($0)) }
        return (all.filter(\.0).map(\.1), all.filter { !$0.0 }.map(\.1))
    }

    /// Whether most records of a kind have a field, although it may be left out.
    private static func isShownFirst(_ field: FieldDescription, of kind: RecordKind) -> Bool {
        switch kind {
        case .claim: ["appearances", "stated", "topics"].contains(field.name)
        case .verdict: ["evidence"].contains(field.name)
        case .source, .article: ["url", "published"].contains(field.name)
        case .profile: ["role", "email"].contains(field.name)
        default: false
        }
    }

    private func record(_ field: FieldDescription) -> TemplateRecord {
        switch field.type {
        case .list(.group(let inner)): groups(field, inner, entryCount(of: field), isList: true)
        case .group(let inner): groups(field, inner, 1, isList: false)
        default:
            Self.plain(field).merging(["control": .list(controls(field, field.name).map { .record($0) })])
        }
    }

    private static func plain(_ field: FieldDescription) -> TemplateRecord {
        [
            "name": .text(field.name), "label": .text(field.name.replacing("-", with: " ")),
            "meaning": .text(field.meaning), "needed": .bool(field.isNeeded), "groups": .null,
            "has-groups": .bool(false), "more": .bool(false), "control": .null,
        ]
    }

    private func groups(
        _ field: FieldDescription,
        _ inner: [FieldDescription],
        _ count: Int,
        isList: Bool
    ) -> TemplateRecord {
        let groups = (0..<count).map { number -> TemplateValue in
            let prefix = "\(field.name).\(number)."
            let parts = inner.map { part -> TemplateValue in
                .record(
                    Self.plain(part).merging([
                        "control": .list(controls(part, prefix + part.name).map { .record($0) })
                    ])
                )
            }
            return .record([
                "number": .text("\(number + 1)"), "parts": .list(parts),
                "quotes": .bool(kind == .claim && field.name == "appearances" && number == 0),
                "source": field.name == "evidence" ? .record(newSource(prefix)) : .null,
            ])
        }
        return Self.plain(field).merging([
            "groups": .list(groups), "has-groups": .bool(true), "more": .bool(isList),
        ])
    }

    /// The fields of a source that is made with a verdict.
    private func newSource(_ prefix: String) -> TemplateRecord {
        let names = ["title", "publisher", "url", "published", "kind", "checked"]
        let parts = names.compactMap { name in RecordKind.source.fields.first { $0.name == name } }
        return [
            "open": .bool(sent.text(prefix + "new.title") != nil),
            "parts": .list(
                parts.map { part in
                    .record(
                        Self.plain(part).merging([
                            "needed": .bool(false),
                            "control": .list(controls(part, prefix + "new." + part.name).map { .record($0) }),
                        ])
                    )
                }
            ),
        ]
    }

    /// The inputs of a field. A list of names has an input for each, and an empty one.
    private func controls(_ field: FieldDescription, _ name: String) -> [TemplateRecord] {
        switch field.type {
        case .list(.text), .list(.address):
            [control(field, name, sent.all(name).joined(separator: "\n"), 0, area: true)]
        case .list(let element):
            (sent.all(name).filter { !$0.isEmpty } + [""]).enumerated().map { number, value in
                control(field, name, value, number, type: element)
            }
        default: [control(field, name, sent[name], 0, area: Self.isLong(field))]
        }
    }

    private static func isLong(_ field: FieldDescription) -> Bool {
        ["statement", "summary", "quote", "shows", "text", "would-change", "counter-example", "description"]
            .contains(field.name)
    }

    private func control(
        _ field: FieldDescription,
        _ name: String,
        _ value: String,
        _ number: Int,
        type: FieldType? = nil,
        area: Bool = false
    ) -> TemplateRecord {
        let type = type ?? field.type
        let options = options(type, value)
        let list: String? =
            switch type {
            case .reference(let kind): "known-\(kind.rawValue)"
            case .lineage: "known-source"
            default: nil
            }
        let isDay = if case .day = type { true } else { false }
        return [
            "id": .text("f-\(name.replacing(".", with: "-"))\(number > 0 ? "-\(number)" : "")"),
            "name": .text(name), "value": .text(value), "first": .bool(number == 0),
            "required": .bool(field.isNeeded && number == 0 && !name.contains(".")),
            "area": .bool(area && options == nil),
            "select": options.map { .record(["options": .list($0)]) } ?? .null,
            "list": list.map(TemplateValue.text) ?? .null,
            "day": .bool(isDay), "line": .bool(!area && options == nil && !isDay),
            "hint": Self.hint(type).map(TemplateValue.text) ?? .null,
        ]
    }

    private static func hint(_ type: FieldType) -> String? {
        switch type {
        case .span: "2018-07-16, 2018-07 or 2018"
        case .address: "https://…"
        case .reference(let kind): "the id of \(kind.article) \(kind.rawValue)"
        case .list(.text), .list(.address): "one a line"
        default: nil
        }
    }

    /// The choices of a field; nil for one that is typed.
    private func options(_ type: FieldType, _ value: String) -> [TemplateValue]? {
        func option(_ id: String, _ label: String) -> TemplateValue {
            .record(["id": .text(id), "label": .text(label), "chosen": .bool(id == value)])
        }
        switch type {
        case .choice(let words): return words.map { option($0, $0.replacing("-", with: " ")) }
        case .ruling: return newsroom.settings.scale.all.map { option($0.id, $0.label) }
        case .topic: return newsroom.settings.topics.map { option($0.id, $0.name) }
        case .flag: return [option("yes", "yes"), option("no", "no")]
        case .answer: return nil
        default: return nil
        }
    }

    /// The known ids of all kinds that fields name, with their titles: for lists that a browser offers while somebody types.
    var knownRecords: TemplateValue {
        let kinds: [RecordKind] = [.profile, .source, .article, .claim, .medium]
        return .list(
            kinds.map { kind in
                let entries = newsroom.ids(of: kind).prefix(Self.offeredRecords).compactMap { id in
                    newsroom.record(RecordKey(kind, id)).map { record in
                        TemplateValue.record(["id": .text(id), "title": .text(record.titleAtDesk)])
                    }
                }
                return .record(["id": .text("known-\(kind.rawValue)"), "entries": .list(entries)])
            }
        )
    }

    /// The most records of a kind that a browser offers.
    private static let offeredRecords = 500
}
