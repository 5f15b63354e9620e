/// Rules about files: reported while they are read.
extension RuleID {
    /// Files are UTF-8.
    package static let notUTF8 = RuleID("not-utf-8", .error, isAdjustable: false)
    /// A text file holds no NUL byte.
    package static let nulByte = RuleID("nul-byte", .error, isAdjustable: false)
    /// A record's file is not empty.
    package static let emptyFile = RuleID("empty-file", .error, isAdjustable: false)
    /// A record's file has at most 8 MiB.
    package static let fileTooLarge = RuleID("file-too-large", .error, isAdjustable: false)
    /// Every file can be read.
    package static let unreadableFile = RuleID("unreadable-file", .error, isAdjustable: false)
    /// Symbolic links stay inside the folder that is read, and lead to nothing hidden.
    package static let symbolicLinkOutside = RuleID("symbolic-link-outside", .error, isAdjustable: false)
    /// No file holds the marks of a merge conflict.
    package static let mergeConflict = RuleID("merge-conflict", .error, isAdjustable: false)
    /// In `content/` and `templates/` every file lies where it is read.
    package static let misplacedFile = RuleID("misplaced-file", .warning)
    /// Every file of `static/` has a place of its own on the site.
    package static let staticPlace = RuleID("static-place", .error, isAdjustable: false)
    /// No two files of a theme, or of `static/`, have names that differ in case alone.
    package static let collidingNames = RuleID("colliding-names", .error, isAdjustable: false)
    /// Share images that are asked for are drawn.
    package static let shareImages = RuleID("share-images", .note)
    /// What readers were given an address of is still there, or its address leads on.
    package static let deadAddress = RuleID("dead-address", .error)
    /// The folders of records hold records.
    package static let unreadFile = RuleID("unread-file", .warning)
    /// A newsroom has `content/site.yaml`.
    package static let missingSettings = RuleID("missing-settings", .error, isAdjustable: false)
    /// Ids are lower-case letters, digits and hyphens.
    package static let invalidId = RuleID("invalid-id", .error, isAdjustable: false)
    /// An id is used once within its kind.
    package static let duplicateId = RuleID("duplicate-id", .error, isAdjustable: false)
}
