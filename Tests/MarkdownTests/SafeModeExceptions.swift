@testable import Markdown

/// The specification's examples that cannot pass in safe mode, with the reasons.
enum SafeModeExceptions {
    static let reasons: [Int: DroppedContent.Kind] = {
        var reasons: [Int: DroppedContent.Kind] = [:]
        for number in rawHTML { reasons[number] = .rawHTML }
        for number in unsafeAddresses { reasons[number] = .unsafeAddress }
        return reasons
    }()

    /// Examples with raw HTML.
    private static let rawHTML: [Int] =
        [
            21,  // entities and escapes are not read in raw HTML
            31,  // the same
        ] + Array(148...191)  // section 4.6, HTML blocks
        + [
            201,  // a reference definition that is none, before an inline tag
            308, 309,  // a comment parts two lists
            344,  // a tag binds tighter than a code span
            474, 475, 476,  // a tag binds tighter than emphasis
            490, 493,  // what looks like a link's address is a tag
            523, 535,  // a tag binds tighter than a link
        ] + [612, 613, 614, 615, 616, 622, 624, 627, 628, 629, 630, 631]  // section 6.6, raw HTML
        + [642, 643]  // a line break in a tag is none

    /// Examples with an address whose scheme is not on the list.
    private static let unsafeAddresses: [Int] = [
        499,  // `foo):`
        595,  // `irc:`
        597,  // `a+b+c:`
        598,  // `made-up-scheme:`
        600,  // `localhost:`
    ]
}
