namespace PkceAnalyzers.Exchanges;

enum LossKind
{
    /// <summary>It is drawn where the code is redeemed.</summary>
    DrawnAnew,

    /// <summary>It lies in a member of an object that is made for each HTTP request.</summary>
    LostWithObject,
}
