import Diagnostics

extension Renderer {
    /// The value of a name; an unknown one is reported and nil.
    mutating func value(of reference: Reference, in template: CompiledTemplate) -> TemplateValue? {
        if let value = find(reference.path) { return value }
        if isStrict { reportUnknown(reference.path, reference.range, in: template) }
        return nil
    }

    /// Looks a name up, from the innermost context outwards; what follows a dot is looked up in what stands before.
    private func find(_ path: NamePath) -> TemplateValue? {
        guard let first = path.parts.first else { return contexts.last }
        var found: TemplateValue?
        var index = contexts.count
        while found == nil, index > 0 {
            index -= 1
            if case .record(let record) = contexts[index] { found = record.value(of: first) }
        }
        guard path.parts.count > 1 else { return found }
        for part in path.parts.dropFirst() {
            switch found {
            case .record(let record): found = record.value(of: part)
            case .null: return .null
            default: return nil
            }
        }
        return found
    }

    private mutating func reportUnknown(_ path: NamePath, _ range: Range<Int>, in template: CompiledTemplate)
    {
        let contexts = contexts
        findings.report(template, range) {
            var container: TemplateValue?
            for (index, part) in path.parts.enumerated() {
                let known = Self.names(index == 0 ? contexts : container.map { [$0] } ?? [])
                let next =
                    index == 0
                    ? Self.outermost(part, contexts) : Self.outermost(part, container.map { [$0] } ?? [])
                guard next == nil else {
                    container = next
                    continue
                }
                let before = path.parts[..<index].map(\.text).joined(separator: ".")
                let help = Suggestion.help(for: part.text, among: known)
                if index == 0 {
                    return (TemplateRule.unknownName, .error, "`\(part.text)` is not known here", help)
                }
                if case .record = container {
                    return (TemplateRule.unknownName, .error, "`\(before)` has no `\(part.text)`", help)
                }
                let kind = container?.kindName ?? "empty"
                return (
                    TemplateRule.unknownName, .error, "`\(before)` is \(kind), and has no `\(part.text)`",
                    help
                )
            }
            return (TemplateRule.unknownName, .error, "`\(path.text)` is not known here", nil)
        }
    }

    private static func outermost(_ name: TemplateName, _ contexts: [TemplateValue]) -> TemplateValue? {
        for case .record(let record) in contexts.reversed() {
            if let value = record.value(of: name) { return value }
        }
        return nil
    }

    private static func names(_ contexts: [TemplateValue]) -> Set<String> {
        contexts.reduce(into: []) { names, context in
            if case .record(let record) = context { names.formUnion(record.names) }
        }
    }

    /// The index of the template that an inclusion means; nil when there is none.
    mutating func target(of inclusion: Inclusion, in template: CompiledTemplate) -> Int? {
        guard case .dynamic(let path) = inclusion.target else { return inclusion.template }
        guard let value = find(path) else {
            if isStrict { reportUnknown(path, inclusion.range, in: template) }
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
                    TemplateRule.unknownTemplate, .error,
                    "`\(path.text)` names a template `\(name)`, which there is not", help
                )
            }
        case .null: break
        default:
            guard isStrict else { return nil }
            findings.report(template, inclusion.range) {
                (
                    TemplateRule.value, .error,
                    "`\(path.text)` is \(value.kindName), and a template's name is text", nil
                )
            }
        }
        return nil
    }

    /// Shows a value as its place asks.
    mutating func show(_ reference: Reference, in template: CompiledTemplate) {
        guard let value = value(of: reference, in: template) else { return }
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
                help: "show it with a section `{{#\(reference.path.text)}}`"
            )
        case .list, .record:
            guard isStrict else { break }
            let help = "open it with a section `{{#\(reference.path.text)}}`, or name one of its values"
            reportValue(value, reference, in: template, help: help)
        }
    }

    private mutating func showText(_ text: String, _ reference: Reference, in template: CompiledTemplate) {
        switch reference.escaping {
        case .text, .plain: TextEscaper.append(text, to: &output)
        case .raw: output.append(contentsOf: text.utf8)
        case .address(let part, let isList):
            guard !AddressEscaper.append(text, part, isList: isList, to: &output) else { break }
            findings.report(template, reference.range) {
                (
                    TemplateRule.unsafeAddress, .warning,
                    "`\(reference.path.text)` has a scheme that pages do not link to; `about:invalid` stands in its place",
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

    private mutating func showHTML(_ bytes: [UInt8], _ reference: Reference, in template: CompiledTemplate) {
        switch reference.escaping {
        case .text where excludes.isEmpty: output.append(contentsOf: bytes)
        case .raw: output.append(contentsOf: bytes)
        case .json:
            for byte in bytes {
                if byte == UInt8(ascii: "<") {
                    output.append(contentsOf: "\\u003c".utf8)
                } else {
                    output.append(byte)
                }
            }
        case .text, .plain, .address:
            reportValue(.html(bytes), reference, in: template, help: "HTML can be shown in text alone")
            showText(String(decoding: bytes, as: UTF8.self), reference, in: template)
        case .nowhere: break
        }
    }

    private mutating func reportValue(
        _ value: TemplateValue,
        _ reference: Reference,
        in template: CompiledTemplate,
        help: String
    ) {
        findings.report(template, reference.range) {
            (
                TemplateRule.value, .error,
                "`\(reference.path.text)` is \(value.kindName), which cannot be shown here", help
            )
        }
    }
}
