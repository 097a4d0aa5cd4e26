using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Symbiosis.Server.Security;

namespace Symbiosis.Server.Configuration;

/// <summary>Reads the options once and tells all faults together.</summary>
internal static class OptionsReading
{
    /// <summary>Reads section <c>Symbiosis</c>.</summary>
    /// <exception cref="OptionsException">A setting is unknown, of another type, out of range or contradicts another.</exception>
    public static SymbiosisOptions Read(IConfiguration configuration)
    {
        var options = new SymbiosisOptions();
        try
        {
            configuration.GetSection(SymbiosisOptions.Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException fault)
        {
            throw new OptionsException([fault.InnerException is { } inner ? $"{fault.Message} {inner.Message}" : fault.Message]);
        }

        var faults = new List<string>();
        CheckTree(options, SymbiosisOptions.Section, faults);
        CheckTogether(options, faults);
        return faults.Count == 0 ? options : throw new OptionsException(faults);
    }

    private static void CheckTree(object node, string path, List<string> faults)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(node, new ValidationContext(node), found, validateAllProperties: true);
        faults.AddRange(found.Select(result => $"{path}:{string.Join(',', result.MemberNames)}: {result.ErrorMessage}"));
        foreach (var property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var value = property.GetValue(node);
            if (value is IList list and not List<string>)
            {
                for (var i = 0; i < list.Count; i++)
                    CheckTree(list[i]!, $"{path}:{property.Name}:{i}", faults);
            }
            else if (value?.GetType().Namespace == typeof(SymbiosisOptions).Namespace)
            {
                CheckTree(value!, $"{path}:{property.Name}", faults);
            }
        }
    }

    private static void CheckTogether(SymbiosisOptions options, List<string> faults)
    {
        var (listen, tls, jwt) = (options.Listen, options.Tls, options.Jwt);
        if (listen.ParseAddress() is null)
            faults.Add($"Symbiosis:Listen:Address: '{listen.Address}' is no IP address, localhost or *.");
        if (tls.CertificatePath is null != tls.KeyPath is null)
            faults.Add("Symbiosis:Tls: CertificatePath and KeyPath belong together; give both or neither.");
        if (!tls.IsOn && (tls.ClientAuthorityPath is not null || tls.Clients.Count > 0))
            faults.Add("Symbiosis:Tls: client certificates need CertificatePath and KeyPath.");
        if (tls.ClientAuthorityPath is null && (tls.RequireClientCertificate || tls.Clients.Count > 0))
            faults.Add("Symbiosis:Tls: RequireClientCertificate and Clients need ClientAuthorityPath.");
        if (jwt.Authority is not null && jwt.KeysPath is not null)
            faults.Add("Symbiosis:Jwt: give Authority or KeysPath, not both.");
        if (jwt.IsOn && (string.IsNullOrEmpty(jwt.Issuer) && jwt.Authority is null || string.IsNullOrEmpty(jwt.Audience)))
            faults.Add("Symbiosis:Jwt: Audience is needed, and with KeysPath also Issuer; else tokens made for others would be believed.");
        if (!listen.IsLoopback() && listen.Anonymous == true)
            faults.Add("Symbiosis:Listen:Anonymous: calls without credentials are answered on loopback only. Set it to false and give keys, tokens or client certificates.");
        if (!listen.IsLoopback() && !HasCredentials(options))
            faults.Add($"Symbiosis:Listen:Address: {listen.Address} can be reached by others and nobody has credentials. Set up ApiKeys, Jwt or Tls:Clients, or listen on 127.0.0.1.");
        if (!listen.IsLoopback() && !tls.IsOn && !listen.AllowCleartext)
            faults.Add($"Symbiosis:Listen:Address: {listen.Address} can be reached by others without TLS. Give Tls:CertificatePath and Tls:KeyPath, or set Listen:AllowCleartext where a proxy encrypts.");
        foreach (var origin in listen.Origins.Where(origin => !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin))
            faults.Add($"Symbiosis:Listen:Origins: '{origin}' is no origin; write scheme, host and port, as https://planner.example.");
        foreach (var scope in tls.Clients.SelectMany(client => client.Scopes).Concat(options.ApiKeys.Keys.SelectMany(key => key.Scopes)).Where(scope => !Scopes.All.Contains(scope)).Distinct())
            faults.Add($"There is no scope '{scope}'; known are {string.Join(", ", Scopes.All)}.");
        if (options.Telemetry.OtlpEndpoint is { } endpoint && !Uri.TryCreate(endpoint, UriKind.Absolute, out _))
            faults.Add($"Symbiosis:Telemetry:OtlpEndpoint: '{endpoint}' is no address.");
    }

    private static bool HasCredentials(SymbiosisOptions options) =>
        options.ApiKeys.IsOn || options.Jwt.IsOn || options.Tls.Clients.Count > 0;
}
