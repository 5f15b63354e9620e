import Editorial

extension Report {
    /// What verifying journals found, as findings are reported.
    public init(_ verification: Verification) {
        self.init(diagnostics: verification.diagnostics, files: verification.files, site: nil)
    }
}
