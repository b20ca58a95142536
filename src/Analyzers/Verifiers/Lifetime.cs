namespace PkceAnalyzers.Verifiers;

enum Lifetime
{
    /// <summary>One for the whole process.</summary>
    Process,

    /// <summary>One for an object that begins many logins.</summary>
    Object,

    /// <summary>One for an object of which it is not known how many logins it begins.</summary>
    PerhapsObject,
}
