namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>Who takes part in an exchange, from left to right.</summary>
enum Party
{
    Client,
    Browser,
    Server,
    Attacker,
}
