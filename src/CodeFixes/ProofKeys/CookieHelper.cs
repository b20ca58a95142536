namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>The class that is written into a program that does not reference PkceAnalyzers.Runtime.AspNetCore: what its
/// <c>ProofKeyCookie</c> does, and the same cookies.</summary>
static class CookieHelper
{
    public const string Begin = "Begin",
        Take = "Take";

    public static readonly HelperClass Class = new(
        ["ProofKeyCookie", "PkceProofKeyCookie", "ProofKeyCookieForCodeExchange"],
        [Begin, Take],
        "PkceCookie.cs",
        Source
    );

    /// <summary>C# 8, without using directives; an older language version takes it where <paramref name="nullable"/> is empty.</summary>
    static string Source(string system, string microsoft, string modifiers, string name, string nullable) =>
        Code.Replace("~System", system)
            .Replace("~Microsoft", microsoft)
            .Replace("~class", $"{modifiers} class {name}")
            .Replace("string~", $"string{nullable}");

    const string Code = """
        /// <summary>Keeps the code_verifier of a login (RFC 7636) in a protected cookie of its browser, one for each provider and
        /// state.</summary>
        ~class
        {
            /// <summary>Begins a login: sets its cookie, and gives the code_challenge of the method S256.</summary>
            public static string Begin(
                ~Microsoft.AspNetCore.Http.HttpContext context, string provider, string~ state, string redirectUri, bool formPost = false)
            {
                var uri = new ~System.Uri(redirectUri);
                var isHttps = uri.Scheme == "https";
                if (!isHttps && (formPost || uri.Scheme != "http"))
                {
                    throw new ~System.ArgumentException(
                        "It has to be an absolute https or http URI; by form_post, https.", nameof(redirectUri));
                }
                var name = NameOf(isHttps, provider, state);
                var options = OptionsOf(isHttps, isHttps ? "/" : uri.AbsolutePath, formPost);
                DropOldest(context, name, options);

                var octets = new byte[32];
                using (var random = ~System.Security.Cryptography.RandomNumberGenerator.Create())
                {
                    random.GetBytes(octets);
                }
                var codeVerifier = Base64Url(octets);
                var content = ~System.Text.Encoding.UTF8.GetBytes(codeVerifier + options.Path);
                var now = ~System.DateTimeOffset.UtcNow;
                var value = ProtectorOf(context, name, provider, state).Protect(content, now.AddMinutes(15));
                options.MaxAge = ~System.TimeSpan.FromMinutes(15);
                context.Response.Cookies.Append(name, now.UtcTicks + "." + Base64Url(value), options);
                return Base64Url(Sha256(codeVerifier));
            }

            /// <summary>The code_verifier of a login that this browser began, whose cookie is removed; null where none is under
            /// way.</summary>
            public static string~ Take(~Microsoft.AspNetCore.Http.HttpContext context, string provider, string~ state)
            {
                return Take(context, true, provider, state) ?? Take(context, false, provider, state);
            }

            private static string~ Take(
                ~Microsoft.AspNetCore.Http.HttpContext context, bool isHttps, string provider, string~ state)
            {
                var name = NameOf(isHttps, provider, state);
                var value = context.Request.Cookies[name];
                if (value == null)
                {
                    return null;
                }
                try
                {
                    var octets = ~Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(value.Substring(value.IndexOf('.') + 1));
                    var protector = ProtectorOf(context, name, provider, state);
                    var content = ~System.Text.Encoding.UTF8.GetString(protector.Unprotect(octets, out _));
                    context.Response.Cookies.Delete(name, OptionsOf(isHttps, content.Substring(43), isHttps));
                    return content.Substring(0, 43);
                }
                catch (~System.FormatException)
                {
                    return null;
                }
                catch (~System.Security.Cryptography.CryptographicException)
                {
                    return null; // An old cookie, or one that is not this program's.
                }
            }

            // At most ten logins are under way, so that their cookies do not outgrow the header. Their values begin with the time.
            private static void DropOldest(
                ~Microsoft.AspNetCore.Http.HttpContext context, string name, ~Microsoft.AspNetCore.Http.CookieOptions options)
            {
                var prefix = name.Remove(name.IndexOf('.') + 1);
                var others = new ~System.Collections.Generic.List<~System.Collections.Generic.KeyValuePair<string, string>>();
                foreach (var cookie in context.Request.Cookies)
                {
                    if (cookie.Key != name && cookie.Key.StartsWith(prefix, ~System.StringComparison.Ordinal))
                    {
                        others.Add(cookie);
                    }
                }
                others.Sort((one, other) => string.CompareOrdinal(other.Value, one.Value));
                for (var i = 9; i < others.Count; i++)
                {
                    context.Response.Cookies.Delete(others[i].Key, options);
                }
            }

            // A browser takes a __Host- cookie only from the host itself, by https, for all of its paths.
            private static string NameOf(bool isHttps, string provider, string~ state)
            {
                return (isHttps ? "__Host-pkce." : "pkce.") + Base64Url(Sha256(provider + "\n" + state)).Remove(22);
            }

            private static ~Microsoft.AspNetCore.Http.CookieOptions OptionsOf(bool isHttps, string path, bool crossSite)
            {
                return new ~Microsoft.AspNetCore.Http.CookieOptions
                {
                    HttpOnly = true,
                    Secure = isHttps,
                    SameSite = crossSite ? ~Microsoft.AspNetCore.Http.SameSiteMode.None : ~Microsoft.AspNetCore.Http.SameSiteMode.Lax,
                    Path = path,
                    IsEssential = true,
                };
            }

            private static ~Microsoft.AspNetCore.DataProtection.ITimeLimitedDataProtector ProtectorOf(
                ~Microsoft.AspNetCore.Http.HttpContext context, string name, string provider, string~ state)
            {
                var service = context.RequestServices.GetService(typeof(~Microsoft.AspNetCore.DataProtection.IDataProtectionProvider));
                if (!(service is ~Microsoft.AspNetCore.DataProtection.IDataProtectionProvider dataProtection))
                {
                    throw new ~System.InvalidOperationException("Data Protection is not among the services: call AddDataProtection().");
                }
                var protector = dataProtection.CreateProtector("Pkce.ProofKeyCookie.v1").CreateProtector(name).CreateProtector(provider);
                return ~Microsoft.AspNetCore.DataProtection.DataProtectionAdvancedExtensions.ToTimeLimitedDataProtector(
                    protector.CreateProtector(state ?? ""));
            }

            private static string Base64Url(byte[] octets)
            {
                return ~Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(octets);
            }

            private static byte[] Sha256(string text)
            {
                using (var sha256 = ~System.Security.Cryptography.SHA256.Create())
                {
                    return sha256.ComputeHash(~System.Text.Encoding.UTF8.GetBytes(text));
                }
            }
        }
        """;
}
