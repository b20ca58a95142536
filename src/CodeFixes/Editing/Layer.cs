namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>The order of edits that meet at one position: what opens a construct comes before what is written into
/// it, what closes it comes after, and last what follows it.</summary>
enum Layer
{
    Opening,
    Inner,
    Closing,
    Following,
}
