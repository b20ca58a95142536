using System.Text.Encodings.Web;
using System.Text.Json;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>How JSON is written.</summary>
static class Json
{
    public static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonSerializerOptions Indented = new(OneLine) { WriteIndented = true };
}
