import ArgumentParser
import WARC

/// The options of `assay capture --import`.
struct ImportOptions: ParsableArguments {
    @Option(
        name: .customLong("import"),
        help: ArgumentHelp(
            "Take a capture that another program made: WARC, WARC.gz or WACZ, byte for byte; or a saved page, PDF or picture (HTML, PDF, PNG, JPEG, WebP, text), put into a WARC file.",
            valueName: "file"
        ),
        completion: .file()
    )
    var file: String?

    @Option(
        help: ArgumentHelp(
            "The page in the imported file, by its address or by the id of its record; the record's `url` if left out.",
            valueName: "address"
        )
    )
    var main: String?

    @Option(
        help: ArgumentHelp(
            "When an imported page, PDF or picture was saved, such as 2026-11-28T10:00:00Z; now if left out.",
            valueName: "time"
        )
    )
    var at: String?

    func validate() throws {
        if file == nil, main != nil || at != nil {
            throw ValidationError("`--main` and `--at` belong to `--import FILE`")
        }
        if let at, WARCDate(at) == nil {
            throw ValidationError("`\(at)` is no time in UTC; write it like 2026-11-28T10:00:00Z")
        }
    }
}
