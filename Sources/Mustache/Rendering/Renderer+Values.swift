import Diagnostics
import Encodings

extension Renderer {
    /// The value of a name; an unknown one is reported and nil.
    mutating func value(
        of reference: NameReference,
        in template: CompiledTemplate,
        _ context: RenderContext
    ) -> TemplateValue? {
        if let value = context.find(reference, of: template) { return value }
        if isStrict { reportUnknown(template.path(of: reference), reference.range, in: template, context) }
        return nil
    }

    private mutating func reportUnknown(
        _ path: NamePath,
        _ range: Range<Int>,
        in template: CompiledTemplate,
        _ context: RenderContext
    ) {
        findings.reportName(template, range) {
            var container: TemplateValue?
            for (index, part) in path.parts.enumerated() {
                let place = index == 0 ? context : container.map { RenderContext($0) }
                let known = place?.names ?? []
                if let next = place?.find(part) {
                    container = next
                    continue
                }
                let before = path.parts[..<index].map(\.text).joined(separator: ".")
                let help = Self.help(for: part.text, among: known)
                if index == 0 {
                    let message = "`\(part.text)` is not known here"
                    return .init(message: message, help: help, typed: part.text, known: known)
                }
                if case .record = container {
                    let message = "`\(before)` has no `\(part.text)`"
                    return .init(message: message, help: help, typed: part.text, known: known)
                }
                let kind = container?.kindName ?? "empty"
                return .init(message: "`\(before)` is \(kind), and has no `\(part.text)`", help: help)
            }
            return .init(message: "`\(path.text)` is not known here", help: nil)
        }
    }

    /// The nearest known name, and a list of all known names.
    private static func help(for typed: String, among known: Set<String>) -> String? {
        let shown = known.filter { $0 != "." }.sorted().map { "`\($0)`" }
        guard !shown.isEmpty else { return nil }
        let list = "known here: " + shown.joined(separator: ", ")
        return Suggestion.help(for: typed, among: known).map { "\($0) (\(list))" } ?? list
    }

    /// The index of an inclusion's template; nil if there is none.
    mutating func target(
        of inclusion: Inclusion,
        in template: CompiledTemplate,
        _ context: RenderContext
    ) -> Int? {
        guard case .dynamic(let path) = inclusion.target else { return inclusion.template }
        guard let value = context.find(path) else {
            if isStrict { reportUnknown(path, inclusion.range, in: template, context) }
            return nil
        }
        let indices = library.indices
        switch value {
        case .text(let name):
            if let index = indices[name] { return index }
            guard isStrict else { return nil }
            findings.report(template, inclusion.range) {
                let help = Suggestion.help(for: name, among: indices.keys)
                return (
                    .unknownTemplate, nil,
                    "`\(path.text)` names a template `\(name)`, which there is not", help
                )
            }
        case .null: break
        default:
            guard isStrict else { return nil }
            findings.report(template, inclusion.range) {
                (
                    .templateValue, nil,
                    "`\(path.text)` is \(value.kindName), and a template's name is text", nil
                )
            }
        }
        return nil
    }

    /// Shows a value, escaped for its place.
    mutating func show(
        _ reference: NameReference,
        in template: CompiledTemplate,
        _ context: RenderContext
    ) {
        guard let value = value(of: reference, in: template, context) else { return }
        switch value {
        case .null: break
        case .text(let text): showText(text, reference, in: template)
        case .html(let bytes): showHTML(bytes, reference, in: template)
        case .bool(let condition) where !isStrict:
            output.append(contentsOf: (condition ? "true" : "false").utf8)
        case .bool:
            reportValue(
                value,
                reference,
                in: template,
                help: "show it with a section `{{#\(template.path(of: reference).text)}}`"
            )
        case .list, .record:
            guard isStrict else { break }
            let name = template.path(of: reference).text
            let help = "open it with a section `{{#\(name)}}`, or name one of its values"
            reportValue(value, reference, in: template, help: help)
        }
    }

    private mutating func showText(_ text: String, _ reference: NameReference, in template: CompiledTemplate)
    {
        switch reference.escaping {
        case .text, .plain: MarkupEscaper.html.append(text, to: &output)
        case .raw: output.append(contentsOf: text.utf8)
        case .address(let part, let isList):
            guard !AddressEscaper.append(text, part, isList: isList, to: &output) else { break }
            findings.report(template, reference.range) {
                (
                    .unsafeAddress, .warning,
                    "`\(template.path(of: reference).text)` has a scheme that pages do not link to; `about:invalid` stands in its place",
                    "allowed are \(AddressEscaper.allowedSchemes.sorted().joined(separator: ", "))"
                )
            }
        case .json:
            reportValue(
                .text(text),
                reference,
                in: template,
                help: "a data script takes JSON that was made safe"
            )
        case .nowhere: break
        }
    }

    private mutating func showHTML(
        _ bytes: [UInt8],
        _ reference: NameReference,
        in template: CompiledTemplate
    ) {
        switch reference.escaping {
        case .text where excludes.isEmpty: output.append(contentsOf: bytes)
        case .raw: output.append(contentsOf: bytes)
        case .json:
            var rest = bytes[...]
            while let mark = rest.firstIndex(of: UInt8(ascii: "<")) {
                output.append(contentsOf: rest[..<mark])
                output.append(contentsOf: "\\u003c".utf8)
                rest = rest[(mark + 1)...]
            }
            output.append(contentsOf: rest)
        case .text, .plain, .address:
            reportValue(.html(bytes), reference, in: template, help: "HTML can be shown in text alone")
            showText(String(decoding: bytes, as: UTF8.self), reference, in: template)
        case .nowhere: break
        }
    }

    private mutating func reportValue(
        _ value: TemplateValue,
        _ reference: NameReference,
        in template: CompiledTemplate,
        help: String
    ) {
        findings.report(template, reference.range) {
            (
                .templateValue, nil,
                "`\(template.path(of: reference).text)` is \(value.kindName), which cannot be shown here",
                help
            )
        }
    }
}
