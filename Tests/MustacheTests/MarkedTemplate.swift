import Diagnostics
import Testing

@testable import Mustache

/// A template with marks where findings must be: `«` before and `»` after each place.
struct MarkedTemplate {
    let source: SourceFile
    let ranges: [Range<Int>]

    init(_ marked: String, path: String = "templates/page.html") {
        var text = ""
        var starts: [Int] = []
        var ranges: [Range<Int>] = []
        for character in marked.unicodeScalars {
            switch character {
            case "«": starts.append(text.utf8.count)
            case "»":
                if let start = starts.popLast() { ranges.append(start..<text.utf8.count) }
            default: text.unicodeScalars.append(character)
            }
        }
        source = SourceFile(path: path, text: text)
        self.ranges = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    /// Expects exactly one finding of a rule at each mark, and nothing else.
    func expect(
        _ diagnostics: [Diagnostic],
        rule: String,
        message: String? = nil,
        help: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let places = ranges.map { source.span($0) }
        #expect(diagnostics.map(\.span) == places, "\(diagnostics)", sourceLocation: sourceLocation)
        for diagnostic in diagnostics {
            #expect(diagnostic.rule.name == rule, sourceLocation: sourceLocation)
            if let message { #expect(diagnostic.message == message, sourceLocation: sourceLocation) }
            if let help { #expect(diagnostic.help == help, sourceLocation: sourceLocation) }
        }
    }
}

/// Parses templates given as text, in strict mode.
func library(_ templates: [String: String], mode: TemplateLibrary.Mode = .strict) -> TemplateLibrary {
    var sources: [String: SourceFile] = [:]
    for (name, text) in templates { sources[name] = SourceFile(path: "templates/\(name).html", text: text) }
    return TemplateLibrary(sources, mode: mode)
}

/// Renders one template of a library, and expects it to have no errors.
func render(
    _ templates: [String: String],
    _ context: TemplateRecord,
    sourceLocation: SourceLocation = #_sourceLocation
) -> String {
    let library = library(templates)
    #expect(library.diagnostics == [], sourceLocation: sourceLocation)
    var output: [UInt8] = []
    let findings = library.render("page", context, into: &output)
    #expect(findings == [], sourceLocation: sourceLocation)
    return String(decoding: output, as: UTF8.self)
}

/// Renders one template, and expects it to have no errors.
func render(
    _ template: String,
    _ context: TemplateRecord,
    sourceLocation: SourceLocation = #_sourceLocation
) -> String {
    render(["page": template], context, sourceLocation: sourceLocation)
}
