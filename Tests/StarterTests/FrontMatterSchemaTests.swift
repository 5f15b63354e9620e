import Foundation
import Newsroom
import Testing

@testable import Starter

/// The schemas themselves. A foreign validator checks records against them, in Tests/Acceptance/test_schemas.py.
struct FrontMatterSchemaTests {
    private func json(_ subject: SchemaSubject) throws -> [String: Any] {
        let data = Data(FrontMatterSchema(subject).text.utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test(
        "Every field of every decoder is there, with its meaning, and no other is allowed",
        arguments: SchemaSubject.all
    )
    func fields(subject: SchemaSubject) throws {
        let schema = try json(subject)
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        try compare(schema, subject.fields)
    }

    private func compare(_ schema: [String: Any], _ fields: [FieldDescription]) throws {
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(Set(properties.keys) == Set(fields.map(\.name)))
        #expect(schema["additionalProperties"] as? Bool == false)
        #expect(schema["required"] as? [String] == fields.filter(\.isNeeded).map(\.name))
        for field in fields {
            let property = try #require(properties[field.name])
            #expect(property["description"] as? String == field.meaning)
            let alternatives = property["anyOf"] as? [[String: Any]] ?? [property]
            #expect(alternatives.contains { $0["type"] as? String == "null" } == !field.isNeeded)
            switch field.type {
            case .group(let inner): try compare(alternatives[0], inner)
            case .list(.group(let inner)):
                try compare(alternatives[0], inner)
                try compare(try #require(alternatives[1]["items"] as? [String: Any]), inner)
            case .choice(let words): #expect(alternatives[0]["enum"] as? [String] == words)
            default: break
            }
        }
    }

    @Test("The rules whose severity can be changed are offered, the others not")
    func severities() throws {
        let text = FrontMatterSchema(.settings).text
        #expect(text.contains("\"source-not-archived\""))
        #expect(!text.contains("\"yaml-syntax\""))
    }

    @Test("Another draft is another name, and nothing else")
    func drafts() {
        for subject in SchemaSubject.all {
            let seven = FrontMatterSchema(subject, draft: .draft7).text
            let latest = FrontMatterSchema(subject).text
            #expect(seven != latest)
            #expect(seven.split(separator: "\n").dropFirst(2) == latest.split(separator: "\n").dropFirst(2))
            #expect(seven.contains("\"$schema\": \"http://json-schema.org/draft-07/schema#\""))
        }
    }

    @Test("A subject is found by its word")
    func names() {
        #expect(SchemaSubject.all.map(\.name) == RecordKind.allCases.map(\.rawValue) + ["settings"])
        for subject in SchemaSubject.all { #expect(SchemaSubject(name: subject.name) == subject) }
        #expect(SchemaSubject(name: "verdicts") == nil)
    }
}
