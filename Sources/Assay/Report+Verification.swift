import Diagnostics
import Editorial
import Newsroom

extension Report {
    /// What verifying journals found, as findings are reported.
    package init(_ verification: Verification) {
        self.init(diagnostics: verification.diagnostics, files: verification.files, site: nil)
    }

    /// Findings of a command about the records that it read.
    package init(_ diagnostics: [Diagnostic], in loaded: LoadedNewsroom) {
        self.init(diagnostics: diagnostics.sorted(), files: loaded.files, site: nil)
    }
}
