import Diagnostics
import Testing

@testable import Markdown

/// Checks that every place is known, and that the file has the right text there.
func checkPlaces(of markdown: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let reading = Reading(markdown)
    let builder = DocumentBuilder(
        reading.file,
        range: reading.bodyRange,
        dialect: .newsroom
    )
    #expect(
        builder.lostLeaves == 0,
        "lost its place in: \(markdown.debugDescription)",
        sourceLocation: sourceLocation
    )
    for place in reading.document.places {
        let typed = reading.typed(place.range)
        #expect(
            reading.bodyRange.contains(place.range.lowerBound)
                && place.range.upperBound <= reading.bodyRange.upperBound
                && typed.hasPrefix(place.start) && typed.hasSuffix(place.end),
            "\(typed.debugDescription) is not \(place.start)…\(place.end) in \(markdown.debugDescription)",
            sourceLocation: sourceLocation
        )
    }
}

extension MarkdownDocument {
    /// All elements with a place, and the text that must be at its start and end.
    var places: [(start: String, end: String, range: Range<Int>)] {
        var places = citationGroups.map { ("[", "]", $0.range) }
        places += citationGroups.flatMap(\.citations).map { ("@\($0.id)", $0.id, $0.range) }
        places += images.map { ("![", "", $0.range) }
        places += dropped.filter { $0.kind == .rawHTML }.map { ("<", "", $0.range) }
        return places
    }
}
