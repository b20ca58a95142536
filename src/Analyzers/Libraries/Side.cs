namespace PkceAnalyzers.Libraries;

enum Side
{
    Client,
    Server,
}
