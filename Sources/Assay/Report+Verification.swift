import Editorial

extension Report {
    /// What verifying journals found, as findings are reported.
    package init(_ verification: Verification) {
        self.init(diagnostics: verification.diagnostics, files: verification.files, site: nil)
    }
}
