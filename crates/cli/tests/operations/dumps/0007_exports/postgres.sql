--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: access_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_keys (
    account_id bigint NOT NULL,
    access_key_id text NOT NULL COLLATE pg_catalog."C",
    sealed_secret text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    user_id text COLLATE pg_catalog."C",
    last_used_at_us bigint
);


--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    account_id bigint NOT NULL,
    created_at_us bigint NOT NULL,
    access_revision bigint DEFAULT 0 NOT NULL
);


--
-- Name: audit_anchors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_anchors (
    account_id bigint NOT NULL,
    trail text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: audit_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_events (
    account_id bigint NOT NULL,
    trail text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    at_us bigint NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C",
    event text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: audit_trails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_trails (
    account_id bigint NOT NULL,
    sequence bigint NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: bin_images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bin_images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    restorable_until_us bigint NOT NULL
);


--
-- Name: bin_snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bin_snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    restorable_until_us bigint NOT NULL
);


--
-- Name: catalogues; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.catalogues (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    images bigint NOT NULL,
    families bigint NOT NULL,
    audit_sequence bigint DEFAULT 0 NOT NULL,
    audit_hash text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: client_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.client_tokens (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    client_token text NOT NULL COLLATE pg_catalog."C",
    parameters text NOT NULL COLLATE pg_catalog."C",
    answer text NOT NULL COLLATE pg_catalog."C",
    expires_at_us bigint NOT NULL
);


--
-- Name: disks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disks (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    disk_id text NOT NULL COLLATE pg_catalog."C",
    instance_id text COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    size_gib bigint NOT NULL
);


--
-- Name: group_members; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.group_members (
    account_id bigint NOT NULL,
    group_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    joined_at_us bigint NOT NULL
);


--
-- Name: head_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.head_log (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    family text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    image_id text COLLATE pg_catalog."C",
    changed_at_us bigint NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    request_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_instances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_instances (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    user_id bigint NOT NULL,
    instance_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_shares; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_shares (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    shared_with bigint NOT NULL,
    shared_at_us bigint NOT NULL
);


--
-- Name: image_snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_tag_counts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_tag_counts (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    tag_key text NOT NULL COLLATE pg_catalog."C",
    tag_value text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    images bigint NOT NULL
);


--
-- Name: images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    created_at_us bigint NOT NULL,
    deleted_at_us bigint,
    name text NOT NULL COLLATE pg_catalog."C",
    family text COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    failure text NOT NULL COLLATE pg_catalog."C",
    progress bigint NOT NULL,
    origin text NOT NULL COLLATE pg_catalog."C",
    architecture text NOT NULL COLLATE pg_catalog."C",
    os_type text NOT NULL COLLATE pg_catalog."C",
    platform text NOT NULL COLLATE pg_catalog."C",
    os_name_zh text COLLATE pg_catalog."C",
    os_name_en text COLLATE pg_catalog."C",
    boot_mode text COLLATE pg_catalog."C",
    license_type text COLLATE pg_catalog."C",
    imds_support text NOT NULL COLLATE pg_catalog."C",
    nvme_support text COLLATE pg_catalog."C",
    resource_group_id text NOT NULL COLLATE pg_catalog."C",
    is_public bigint NOT NULL,
    share_count bigint NOT NULL,
    instance_count bigint NOT NULL,
    disks text NOT NULL COLLATE pg_catalog."C",
    tags text NOT NULL COLLATE pg_catalog."C",
    deletion_protection bigint DEFAULT 0 NOT NULL
);


--
-- Name: instances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.instances (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    instance_id text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    image_owner_id bigint,
    image_id text COLLATE pg_catalog."C"
);


--
-- Name: nonces; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.nonces (
    account_id bigint NOT NULL,
    access_key_id text NOT NULL COLLATE pg_catalog."C",
    nonce text NOT NULL COLLATE pg_catalog."C",
    expires_at_us bigint NOT NULL
);


--
-- Name: object_removals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.object_removals (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    bucket text NOT NULL COLLATE pg_catalog."C",
    object text NOT NULL COLLATE pg_catalog."C",
    due_at_us bigint NOT NULL,
    task_id text COLLATE pg_catalog."C"
);


--
-- Name: owner_guards; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.owner_guards (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    mode text NOT NULL COLLATE pg_catalog."C",
    trusted_owners text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: policies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.policies (
    account_id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    default_version bigint NOT NULL,
    newest_version bigint NOT NULL,
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL,
    tags text DEFAULT '{}'::text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: policy_attachments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.policy_attachments (
    account_id bigint NOT NULL,
    entity_type text NOT NULL COLLATE pg_catalog."C",
    entity_id text NOT NULL COLLATE pg_catalog."C",
    policy_type text NOT NULL COLLATE pg_catalog."C",
    policy_name text NOT NULL COLLATE pg_catalog."C",
    attached_at_us bigint NOT NULL
);


--
-- Name: policy_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.policy_versions (
    account_id bigint NOT NULL,
    policy_name text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL
);


--
-- Name: refinery_schema_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refinery_schema_history (
    version integer NOT NULL,
    name character varying(255),
    applied_on character varying(255),
    checksum character varying(255)
);


--
-- Name: roles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.roles (
    account_id bigint NOT NULL,
    role_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    trust_policy text NOT NULL COLLATE pg_catalog."C",
    session_s_max bigint NOT NULL,
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL,
    tags text DEFAULT '{}'::text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: shared_images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.shared_images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    owner_id bigint NOT NULL,
    image_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    status text NOT NULL COLLATE pg_catalog."C",
    source_disk text NOT NULL COLLATE pg_catalog."C",
    size_gib bigint NOT NULL,
    bytes_path text COLLATE pg_catalog."C",
    bytes_length bigint,
    bytes_sha256 text COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    retention_days bigint,
    resource_group_id text NOT NULL COLLATE pg_catalog."C",
    disk_id text COLLATE pg_catalog."C",
    copied_region_id text COLLATE pg_catalog."C",
    copied_snapshot_id text COLLATE pg_catalog."C",
    copied_path text COLLATE pg_catalog."C",
    copied_length bigint,
    copied_sha256 text COLLATE pg_catalog."C",
    tags text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: tags; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tags (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    resource_type text NOT NULL COLLATE pg_catalog."C",
    resource_id text NOT NULL COLLATE pg_catalog."C",
    tag_key text NOT NULL COLLATE pg_catalog."C",
    tag_value text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    sequence bigint NOT NULL
);


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    task_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    ready_at_us bigint NOT NULL,
    finished_at_us bigint,
    due_at_us bigint NOT NULL,
    lease_owner text COLLATE pg_catalog."C",
    progress bigint NOT NULL,
    attempts bigint NOT NULL,
    failure text NOT NULL COLLATE pg_catalog."C",
    source_region_id text COLLATE pg_catalog."C",
    source_image_id text COLLATE pg_catalog."C",
    export_bucket text COLLATE pg_catalog."C",
    export_prefix text COLLATE pg_catalog."C",
    export_format text COLLATE pg_catalog."C"
);


--
-- Name: throttle_counters; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttle_counters (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    window_began_us bigint NOT NULL,
    calls bigint NOT NULL
);


--
-- Name: throttles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttles (
    account_id bigint NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    calls_max bigint NOT NULL,
    window_s bigint NOT NULL
);


--
-- Name: user_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.user_groups (
    account_id bigint NOT NULL,
    group_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    comments text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL
);


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    account_id bigint NOT NULL,
    user_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    display_name text NOT NULL COLLATE pg_catalog."C",
    comments text NOT NULL COLLATE pg_catalog."C",
    mobile_phone text NOT NULL COLLATE pg_catalog."C",
    email text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL
);


--
-- Data for Name: access_keys; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.access_keys (account_id, access_key_id, sealed_secret, status, created_at_us, user_id, last_used_at_us) FROM stdin;
1234567890123456	LTAI5tSKGqTANCFiLUbDQKPp	2f4c6dd4.10d6d518b85bf94c3f78b8779f48ed343f49ba55117e476717ad1c2e26918169a0e2463713bdeac070554d2267b42f55c0ec015471cff15ffb9d	Active	1796033449638528	652203243745992972	\N
1234567890123456	testid	2f4c6dd4.cc5629160cdea3707bd1afe6e6f30b89f59a53a3fc66ae85cceb3930120f53d29f7d9c4cc718	Active	1796033449275346	\N	1796033449651796
6543210987654321	otherid	2f4c6dd4.c4d92364c4125623d1f327cbd00688626ded0783c4ab032f9e16f23e6b893d60e1cedad17e5b7e	Active	1796033449309403	\N	1796033449512665
\.


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts (account_id, created_at_us, access_revision) FROM stdin;
1234567890123456	1796033449275346	9
6543210987654321	1796033449309403	0
\.


--
-- Data for Name: audit_anchors; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_anchors (account_id, trail, sequence, hash) FROM stdin;
1234567890123456	cn-hangzhou	0	
\.


--
-- Data for Name: audit_events; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_events (account_id, trail, sequence, at_us, hash, event) FROM stdin;
0		1	1796033449326228	460f1d49fb60b06d4e4374d0276436c55e316185eb17f4a6cb122f6dbd27556b	{"eventId":"14E56251-6597-41FA-BA30-7CFA0D1637D3","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ReadMasterKeys","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"14E56251-6597-41FA-BA30-7CFA0D1637D3","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"KeyIds":"2f4c6dd4"}}
0		2	1796033449672442	eeae3344167bcdb786d5d8a1ce6bce1fbc1dd7f24900ef4329bf76032787a8d6	{"eventId":"352669D4-0736-4242-9974-E50235EB41AA","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"SetThrottle","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"352669D4-0736-4242-9974-E50235EB41AA","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"Action":"*","Calls":"1000000","Seconds":"1"}}
0		3	1796033449740684	c392f47b8f97d03d27da3617c601f464ab739fe2bcb14b81e86b1bd37e45514b	{"eventId":"EF02C390-938E-4615-BF32-CD9256785BF1","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ReadMasterKeys","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"EF02C390-938E-4615-BF32-CD9256785BF1","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"KeyIds":"2f4c6dd4"}}
0	cn-hangzhou	1	1796033449310580	a31376c77971e0c3dec5de486a0b091df14ac26bc62580a06e48bed9f104f939	{"eventId":"EA67687E-AEF9-48A1-A81F-39EC4756AAC2","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"EA67687E-AEF9-48A1-A81F-39EC4756AAC2","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
0	cn-hangzhou	2	1796033449313509	ce4928a358600c5d2f4535bb7583efebf73a46414d5c11a4ae89b4d2bb8fd54e	{"eventId":"395C1974-2BF3-4991-8B91-298E20AEC067","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"395C1974-2BF3-4991-8B91-298E20AEC067","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
0	cn-hangzhou	3	1796033449517394	a2469d5e658314f9d73c22a86b5891b509eff1ea4f9c16f778a50306ebc68402	{"eventId":"B86E3B07-19AE-4626-BD5C-557863B0DB58","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B86E3B07-19AE-4626-BD5C-557863B0DB58","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"ubuntu_22_04_x64_20G_alibase_20230907.vhd","InstanceId":"i-of-the-system","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-2","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-of-the-system","referencedResources":{"ACS::ECS::Image":["ubuntu_22_04_x64_20G_alibase_20230907.vhd"],"ACS::ECS::Instance":["i-of-the-system"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		1	1796033449275346	fbe6556e9c98dbd52a85bc9888297be42606f7412f1d2ea528c63ec2919f8931	{"eventId":"30A9BD3D-3E69-46AC-AACE-4A00A7AAA239","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"PutFirstAccessKey","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"30A9BD3D-3E69-46AC-AACE-4A00A7AAA239","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"AccessKeyId":"testid"}}
1234567890123456		2	1796033449635231	031ba5c621c2219a743cb0af16d3d837dbe780a1202dbf9c26acef47bac18774	{"eventId":"3751A048-139C-4587-8A1B-3818036BC837","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateUser","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"3751A048-139C-4587-8A1B-3818036BC837","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateUser","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-59","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"652203243745992972,alice","referencedResources":{"ACS::RAM::User":["652203243745992972","alice"]},"responseElements":{"UserId":"652203243745992972"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		3	1796033449638528	80cbc24d3e94dd878a64b7582e51567a9e97a290a2e897480d39769f21ee686d	{"eventId":"F9B29264-F89C-43A7-AF35-1AF69D2F980F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateAccessKey","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"F9B29264-F89C-43A7-AF35-1AF69D2F980F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateAccessKey","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-60","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::AccessKey","resourceName":"LTAI5tSKGqTANCFiLUbDQKPp","referencedResources":{"ACS::RAM::AccessKey":["LTAI5tSKGqTANCFiLUbDQKPp"],"ACS::RAM::User":["alice"]},"responseElements":{"AccessKeyId":"LTAI5tSKGqTANCFiLUbDQKPp"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		4	1796033449640844	cc792d1c1d966bdfb08f109839d7f62ba260ffe9e8a7d74a6ee6aa059d0f1308	{"eventId":"76542E0F-0C78-4718-84B7-D9A954E24354","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateGroup","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"76542E0F-0C78-4718-84B7-D9A954E24354","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-61","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"402255433824911520,readers","referencedResources":{"ACS::RAM::Group":["402255433824911520","readers"]},"responseElements":{"GroupId":"402255433824911520"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		5	1796033449642697	da7296e16ec776808b9dbc77b02a47636ac4230fcfd6ffdb340031a9bc899aa1	{"eventId":"E1A257BA-1D50-49CA-935D-60493BCB9D20","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AddUserToGroup","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"E1A257BA-1D50-49CA-935D-60493BCB9D20","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AddUserToGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-62","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		6	1796033449644693	007946ebcb3b23bf6895ac56a57aaaeebfe6bf2fc73fb2ea26f7148df071e34a	{"eventId":"12AAF380-00AC-4341-992B-7A800AAFE66B","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateRole","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"12AAF380-00AC-4341-992B-7A800AAFE66B","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateRole","AssumeRolePolicyDocument":"{\\"Version\\": \\"1\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"sts:AssumeRole\\",\\n        \\"Principal\\": {\\"RAM\\": [\\"acs:ram::1234567890123456:user/alice\\"]}}]}","Format":"JSON","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-63","SignatureVersion":"1.0","Tag.1.Key":"team","Tag.1.Value":"builders","Timestamp":"2026-11-30T10:10:49Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"361049534279341777,nightly","referencedResources":{"ACS::RAM::Role":["361049534279341777","nightly"]},"responseElements":{"RoleId":"361049534279341777"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		7	1796033449646898	93dfe978f3c62127ddd5f2fe8f05926e2c9645e7e79e03aeafbbb6352e03d9cb	{"eventId":"D170C130-4028-4D75-9D18-3C8058A2980A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreatePolicy","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"D170C130-4028-4D75-9D18-3C8058A2980A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreatePolicy","Format":"JSON","PolicyDocument":"{\\"Version\\": \\"1\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"ecs:*\\", \\"Resource\\": \\"*\\"}]}","PolicyName":"images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-64","SignatureVersion":"1.0","Tag.1.Key":"team","Tag.1.Value":"builders","Timestamp":"2026-11-30T10:10:49Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Policy","resourceName":"images","referencedResources":{"ACS::RAM::Policy":["images"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		8	1796033449648643	f31c5c386530f04902a0f13cbae5cd686672fd103aae5a43cc82eb30588cc5ad	{"eventId":"3EC6E8DF-3FD2-4ACC-8A16-B9B3D163B684","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToUser","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"3EC6E8DF-3FD2-4ACC-8A16-B9B3D163B684","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToUser","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-65","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"alice","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		9	1796033449650252	874ff4af2e7e3e5a5b80b3568ece3a02f919c24343a6246ceaade5343f3c52e5	{"eventId":"F8DB54A5-0802-4B20-8DEE-C3CAACF29DD3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToGroup","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"F8DB54A5-0802-4B20-8DEE-C3CAACF29DD3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToGroup","Format":"JSON","GroupName":"readers","PolicyName":"AliyunECSReadOnlyAccess","PolicyType":"System","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-66","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::Policy":["AliyunECSReadOnlyAccess"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		10	1796033449651796	836e47469e7dff7d838a8d62f91643e676e5141f4539d83e5b9f981a6b05d851	{"eventId":"102FD882-7726-4250-9F62-82DC8E677C02","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToRole","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"102FD882-7726-4250-9F62-82DC8E677C02","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToRole","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-67","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"nightly","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::Role":["nightly"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-beijing	1	1796033449539422	1fc87791c44fc609ae9bfb1e7ab5deace42d320b77db502a982c087afa889eb8	{"eventId":"017FF592-5173-49AC-8595-CB2695E7E8C3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-beijing","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"017FF592-5173-49AC-8595-CB2695E7E8C3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"copy-1","DestinationRegionId":"cn-beijing","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-37","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-mlnwebpgh3wmi1fxpnzj,m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-mlnwebpgh3wmi1fxpnzj","m-fiki8s5cauauau7ms6hb"]},"responseElements":{"ImageId":"m-mlnwebpgh3wmi1fxpnzj"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	1	1796033449311530	6688eeaf850198768dca3c0ad689f9c6860bde85b8f860603e08d3cfdb9138b1	{"eventId":"2DF25216-F7FB-4576-86DB-3686EE823335","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"2DF25216-F7FB-4576-86DB-3686EE823335","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
1234567890123456	cn-hangzhou	2	1796033449312427	4278035e5ab3af04e39bbb4490694a4e371723c67d55f91e684e4b97fed675ce	{"eventId":"5CDD8F10-1BC6-4884-9039-B49FA9391614","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"5CDD8F10-1BC6-4884-9039-B49FA9391614","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
1234567890123456	cn-hangzhou	3	1796033449333810	39f9b353cbb072f90750aa90a8cc6ac510beb9b1c36b550fa6209856b8f91a11	{"eventId":"48BC47B7-B209-44E4-BE0D-368BA3DBED04","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"48BC47B7-B209-44E4-BE0D-368BA3DBED04","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-1","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"]},"responseElements":{"ImageId":"m-fiki8s5cauauau7ms6hb","TaskId":"t-zhf3yq5j4bmv5gt1p2aw","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	4	1796033449375270	6e55500ee1778362b62cc0aa2d360977cb526ba75dfd6fc5ff74454e3dcd442c	{"eventId":"F185F8FA-33D4-4379-AED0-86F8C8E7B680","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"F185F8FA-33D4-4379-AED0-86F8C8E7B680","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-fiki8s5cauauau7ms6hb","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-4","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	5	1796033449380425	c3c2f803042cdb5d22c497e6b298fcf6f314fe8008263348a8778aa59316a9d4	{"eventId":"056B554B-3E44-47CC-AF46-7CF5D7A2D060","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"056B554B-3E44-47CC-AF46-7CF5D7A2D060","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-5","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-unej5drzm6pd636vjlcr","referencedResources":{"ACS::ECS::Image":["m-unej5drzm6pd636vjlcr"]},"responseElements":{"ImageId":"m-unej5drzm6pd636vjlcr","TaskId":"t-zkwwlr254pfezeb4qtqh","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	6	1796033449415414	a2e67f9dc57d853c14863b71e69a97520d253c59791976436c2bd993a39b6836	{"eventId":"44DBF6A7-EB97-4616-AE94-15C92099EA11","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"44DBF6A7-EB97-4616-AE94-15C92099EA11","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-unej5drzm6pd636vjlcr","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-8","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-unej5drzm6pd636vjlcr","referencedResources":{"ACS::ECS::Image":["m-unej5drzm6pd636vjlcr"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	7	1796033449418259	34985829621ea316b64bc7b69aafbd05e74f9ed1838210319ee3a6a7f7b7c523	{"eventId":"9699A894-F90E-4CE3-BE87-D7E99C89CCBE","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9699A894-F90E-4CE3-BE87-D7E99C89CCBE","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-9","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ony8f9n8giroez5izkka","referencedResources":{"ACS::ECS::Image":["m-ony8f9n8giroez5izkka"]},"responseElements":{"ImageId":"m-ony8f9n8giroez5izkka","TaskId":"t-sfqqk2qfbajh87ipcfqc","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	8	1796033449438123	bc964687e27d6a22ca55606a2e039cb9f7b6fbfe8e6173b474d0d4dcbbc901eb	{"eventId":"9A02E474-1A34-4BD8-8247-2C02EB12F435","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9A02E474-1A34-4BD8-8247-2C02EB12F435","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-ony8f9n8giroez5izkka","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-12","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ony8f9n8giroez5izkka","referencedResources":{"ACS::ECS::Image":["m-ony8f9n8giroez5izkka"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	9	1796033449442990	fdf2f7db6b85b86d9a0a635f8f53a290f40f310a9a2a9bb1ec970f758385e008	{"eventId":"D44B5623-9E83-465C-962C-B304A88ADDCF","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D44B5623-9E83-465C-962C-B304A88ADDCF","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageId":"m-ony8f9n8giroez5izkka","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-14","SignatureVersion":"1.0","Status":"Deprecated","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ony8f9n8giroez5izkka","referencedResources":{"ACS::ECS::Image":["m-ony8f9n8giroez5izkka"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	10	1796033449447635	a2e589d51484fff4f60d79db75080a47676c68820c49ebbfd26d795199107866	{"eventId":"D86294CD-B98B-47CB-BECD-5B459C96C7A9","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D86294CD-B98B-47CB-BECD-5B459C96C7A9","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-15","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-hcvv6c0f8m0y3p20wt1j","referencedResources":{"ACS::ECS::Image":["m-hcvv6c0f8m0y3p20wt1j"]},"responseElements":{"ImageId":"m-hcvv6c0f8m0y3p20wt1j","TaskId":"t-0go6cqp9nug5m7keyol4","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	11	1796033449467799	66459dc777f6e275b1d07fcc243fa004225508a98a7932c509740a3a1979b332	{"eventId":"5EE1491B-A694-4E74-9F45-D37742934D87","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5EE1491B-A694-4E74-9F45-D37742934D87","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-1","Format":"JSON","ImageFamily":"made","ImageName":"made-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-18","SignatureVersion":"1.0","SnapshotId":"s-xzs9zfx5sszcgi0dutuk","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-1","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-vapvj97qozecvheuwo52","referencedResources":{"ACS::ECS::Image":["m-vapvj97qozecvheuwo52"],"ACS::ECS::Snapshot":["s-xzs9zfx5sszcgi0dutuk"]},"responseElements":{"ImageId":"m-vapvj97qozecvheuwo52"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	12	1796033449472449	e1f44e519484d02ad403698bec365576389191ec9671f5fad93b882628163576	{"eventId":"8E074FE6-B08E-46E5-9599-22F163EDD398","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"8E074FE6-B08E-46E5-9599-22F163EDD398","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-2","Format":"JSON","ImageFamily":"made","ImageName":"made-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-19","SignatureVersion":"1.0","SnapshotId":"s-xzs9zfx5sszcgi0dutuk","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-2","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-so0w49yp4h4ej9msd9p5","referencedResources":{"ACS::ECS::Image":["m-so0w49yp4h4ej9msd9p5"],"ACS::ECS::Snapshot":["s-xzs9zfx5sszcgi0dutuk"]},"responseElements":{"ImageId":"m-so0w49yp4h4ej9msd9p5"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	13	1796033449474967	9c45ada3b62d45772e608136446f8b9176bd5e4ef23675206aef82b204d82309	{"eventId":"4AB8CE1A-F56D-488B-854F-FA6619407DB1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"4AB8CE1A-F56D-488B-854F-FA6619407DB1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-3","Format":"JSON","ImageFamily":"made","ImageName":"made-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-20","SignatureVersion":"1.0","SnapshotId":"s-xzs9zfx5sszcgi0dutuk","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-3","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-btqvkh7chuunc5pfx3le","referencedResources":{"ACS::ECS::Image":["m-btqvkh7chuunc5pfx3le"],"ACS::ECS::Snapshot":["s-xzs9zfx5sszcgi0dutuk"]},"responseElements":{"ImageId":"m-btqvkh7chuunc5pfx3le"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	14	1796033449480834	a957efdbca3aeab40cd7633d6d5f02682ece4335c765810b5c30eb059bbe5896	{"eventId":"BBE4476A-3729-4600-B635-E7E344B0DE41","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"BBE4476A-3729-4600-B635-E7E344B0DE41","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-btqvkh7chuunc5pfx3le","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-22","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-btqvkh7chuunc5pfx3le","referencedResources":{"ACS::ECS::Image":["m-btqvkh7chuunc5pfx3le"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	15	1796033449487413	72b6b51beef7dc90537fb6bcb0e8b41ae7f4df11512cdbe853f572809f09c2f1	{"eventId":"14A19597-70F7-4028-B4DB-215AB6218D2D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"14A19597-70F7-4028-B4DB-215AB6218D2D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"m-fiki8s5cauauau7ms6hb","ResourceType":"image","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-24","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	16	1796033449491610	71baf3c49937af6c096ee64082839487cfcb6256732dd0a67067ab4c66b32b06	{"eventId":"DF6DD6BE-0321-4BD1-98D3-AEA6074872E9","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"DF6DD6BE-0321-4BD1-98D3-AEA6074872E9","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"s-xzs9zfx5sszcgi0dutuk","ResourceType":"snapshot","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-25","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-xzs9zfx5sszcgi0dutuk","referencedResources":{"ACS::ECS::Snapshot":["s-xzs9zfx5sszcgi0dutuk"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	17	1796033449494610	7b6dbc14d1409259fb5e7ad88da16ad50c5d3d9ce3e97dd66563bddc31c7df29	{"eventId":"DBE706B9-265E-45C2-ABEF-74FFBB03A86F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateSnapshot","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"DBE706B9-265E-45C2-ABEF-74FFBB03A86F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateSnapshot","DiskId":"d-golden-system","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-26","SignatureVersion":"1.0","SnapshotName":"of-a-disk","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-qa13wk3i9v83krvu8p08","referencedResources":{"ACS::ECS::Disk":["d-golden-system"],"ACS::ECS::Snapshot":["s-qa13wk3i9v83krvu8p08"]},"responseElements":{"SnapshotId":"s-qa13wk3i9v83krvu8p08"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	18	1796033449503657	0457e366309faebe6a355ca113d1ea67c52fd4a4079afbf91f9b5ba3c123979f	{"eventId":"445BCF67-9E35-4A80-B80C-0519207D779D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"445BCF67-9E35-4A80-B80C-0519207D779D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","AddAccount.1":"6543210987654321","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-29","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	19	1796033449508927	7893ff0a61d6052918e44b543adad1d4856387428ef97b4e4d1594e2859187b3	{"eventId":"1CF6A508-134A-48FC-A38C-1B2F6625B06F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"1CF6A508-134A-48FC-A38C-1B2F6625B06F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","Format":"JSON","ImageId":"m-vapvj97qozecvheuwo52","IsPublic":"true","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-30","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-vapvj97qozecvheuwo52","referencedResources":{"ACS::ECS::Image":["m-vapvj97qozecvheuwo52"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	20	1796033449512665	d90c5a03aa642cf9ea2dcf4cac32bcfc3d557737adf07b20249549b5134d037c	{"eventId":"390AAE22-29CF-416A-B77F-7F26C46B2C5F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"390AAE22-29CF-416A-B77F-7F26C46B2C5F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","InstanceId":"i-others","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-1","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-others","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"],"ACS::ECS::Instance":["i-others"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	21	1796033449521483	01d39944798a4a5b602a3c487a068ad359e6ec36d24d9a13370684bd7cd3c168	{"eventId":"E459C480-1B70-4267-BA85-462443856F13","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"E459C480-1B70-4267-BA85-462443856F13","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","InstanceId":"i-own","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-31","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-own","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"],"ACS::ECS::Instance":["i-own"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	22	1796033449526413	341632b46c473de49e7438cb9d59905372a8053cbd7c0b89af2501245e8003ae	{"eventId":"A3B37D8E-552B-4132-BC5D-067D252F0A0B","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"A3B37D8E-552B-4132-BC5D-067D252F0A0B","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-32","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"],"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	23	1796033449528751	1a45679c42e86060105b165fc6eb270c941ab75dfc5b9d80070a6372b617d1f7	{"eventId":"8AB978F4-05AA-4D15-B6FE-D953F30CA837","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeregisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"8AB978F4-05AA-4D15-B6FE-D953F30CA837","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeregisterImageUsage","Format":"JSON","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-33","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	24	1796033449534770	1bc3c3cf237f321dfa1ddd15e659a96164456f495e0a2f5e6ebe094a16cd888a	{"eventId":"FDCB83D0-D672-4AC9-838C-6DB8E9BA81ED","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"FDCB83D0-D672-4AC9-838C-6DB8E9BA81ED","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-unej5drzm6pd636vjlcr","InstanceId":"i-orphan","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-35","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-orphan","referencedResources":{"ACS::ECS::Image":["m-unej5drzm6pd636vjlcr"],"ACS::ECS::Instance":["i-orphan"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	25	1796033449569280	cb5072742078ee161871f838dd8aaa9b9d20acb46fbd4876fe73073e361b99b5	{"eventId":"FFC1340D-F6EE-4ABB-BEAC-A279FEA49FB2","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ExportImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"FFC1340D-F6EE-4ABB-BEAC-A279FEA49FB2","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ExportImage","Format":"JSON","ImageId":"m-fiki8s5cauauau7ms6hb","OSSBucket":"exported-images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-41","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-fiki8s5cauauau7ms6hb","referencedResources":{"ACS::ECS::Image":["m-fiki8s5cauauau7ms6hb"]},"responseElements":{"TaskId":"t-jjjqbjso333f08rfe3mm"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	26	1796033449607989	ee98560719c0e77bdbe646c7db9ef2f7e4da92e9e5c0bc0487118390659b511d	{"eventId":"ACF8C38B-FC1B-4585-9E63-1DE3F3A938A1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"ACF8C38B-FC1B-4585-9E63-1DE3F3A938A1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Force":"true","Format":"JSON","ImageId":"m-unej5drzm6pd636vjlcr","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-46","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-unej5drzm6pd636vjlcr","referencedResources":{"ACS::ECS::Image":["m-unej5drzm6pd636vjlcr"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	27	1796033449611408	6e33ec9b546daf4e33b4926ea04490906ce017424711ddc38cf75e674a442db5	{"eventId":"6A9BDAB2-A9DA-4F04-B101-65D0DDE65A0F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"6A9BDAB2-A9DA-4F04-B101-65D0DDE65A0F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"guarded","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-48","SignatureVersion":"1.0","SnapshotId":"s-scnvrxdo6dhovd8d7fjc","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-grb1z09jyeus9e5r1ikr","referencedResources":{"ACS::ECS::Image":["m-grb1z09jyeus9e5r1ikr"],"ACS::ECS::Snapshot":["s-scnvrxdo6dhovd8d7fjc"]},"responseElements":{"ImageId":"m-grb1z09jyeus9e5r1ikr"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	28	1796033449614244	80d60edd6b65e7df4dec10b6c9f8e46f3ca484422e08b748c09fb2ac6882576f	{"eventId":"12C41364-8437-441A-9090-0DC87CD7B0A1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"12C41364-8437-441A-9090-0DC87CD7B0A1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"restored","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-49","SignatureVersion":"1.0","SnapshotId":"s-scnvrxdo6dhovd8d7fjc","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-tyknsyzrzrrrp5p045dd","referencedResources":{"ACS::ECS::Image":["m-tyknsyzrzrrrp5p045dd"],"ACS::ECS::Snapshot":["s-scnvrxdo6dhovd8d7fjc"]},"responseElements":{"ImageId":"m-tyknsyzrzrrrp5p045dd"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	29	1796033449619818	8e573fa8618ef8a7ae75e252eac5ac2b1b987c91a1b3d9bc1f912b1e0782496c	{"eventId":"D5A175C7-3383-432A-87CF-6B77A96824D0","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D5A175C7-3383-432A-87CF-6B77A96824D0","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","DeletionProtection":"true","Format":"JSON","ImageId":"m-grb1z09jyeus9e5r1ikr","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-52","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-grb1z09jyeus9e5r1ikr","referencedResources":{"ACS::ECS::Image":["m-grb1z09jyeus9e5r1ikr"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	30	1796033449623285	9046de535404ea9e4b07d193b1d0c07985a7881974d0ce4803c867e553de2cab	{"eventId":"F078400F-6DB7-4AAE-96EB-7059F64CF8EC","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"F078400F-6DB7-4AAE-96EB-7059F64CF8EC","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-tyknsyzrzrrrp5p045dd","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-53","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-tyknsyzrzrrrp5p045dd","referencedResources":{"ACS::ECS::Image":["m-tyknsyzrzrrrp5p045dd"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	31	1796033449625568	8b13783f95bdbb273dccf90a94d7eb1c3c482b587a7aaac122098b461a5fb7e1	{"eventId":"5508163F-5BEC-44DF-92AD-E11CFDD5D1A0","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RestoreImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5508163F-5BEC-44DF-92AD-E11CFDD5D1A0","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RestoreImage","Format":"JSON","ImageId":"m-tyknsyzrzrrrp5p045dd","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-54","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-tyknsyzrzrrrp5p045dd","referencedResources":{"ACS::ECS::Image":["m-tyknsyzrzrrrp5p045dd"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	32	1796033449627651	1a0f8c0f323ab31e59f06606331e5c67a8baad78d0d2d7b1cbcb472d86ae1e1d	{"eventId":"C79D60A9-EEDF-493F-B69A-9F405F911D90","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"C79D60A9-EEDF-493F-B69A-9F405F911D90","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"made","ImageName":"binned","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-55","SignatureVersion":"1.0","SnapshotId":"s-scnvrxdo6dhovd8d7fjc","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-edp3nrwdd5gdrv1400co","referencedResources":{"ACS::ECS::Image":["m-edp3nrwdd5gdrv1400co"],"ACS::ECS::Snapshot":["s-scnvrxdo6dhovd8d7fjc"]},"responseElements":{"ImageId":"m-edp3nrwdd5gdrv1400co"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	33	1796033449631319	f61931e21b0a9b4eff9edb289655e0ec90bb27c710a74b9a2fb8ab539dde37cd	{"eventId":"B875A6EA-E58A-42A9-B4E8-0731E304578B","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B875A6EA-E58A-42A9-B4E8-0731E304578B","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-edp3nrwdd5gdrv1400co","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-57","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-edp3nrwdd5gdrv1400co","referencedResources":{"ACS::ECS::Image":["m-edp3nrwdd5gdrv1400co"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	34	1796033449633586	169649e716fb1641c4c7d3e01ebf00487afc69bc7475d19d44b1fb2bbb365772	{"eventId":"5BAEA5C8-E2F0-4BFD-A2F9-16B173E4724E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageOwnerGuard","eventRW":"Write","eventSource":"127.0.0.1:46587","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5BAEA5C8-E2F0-4BFD-A2F9-16B173E4724E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageOwnerGuard","Format":"JSON","Mode":"audit","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-58","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","TrustedOwner.1":"system","TrustedOwner.2":"6543210987654321","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	35	1796033449747797	de3b9a1a6d7433bb3e928832f90f9c61079898896f1b4459f04799850cfe066c	{"eventId":"D4993A99-F7E7-4658-9F31-8B2B2BDE9713","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:44043","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D4993A99-F7E7-4658-9F31-8B2B2BDE9713","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"slow","ImageName":"slow","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-2","SignatureVersion":"1.0","SnapshotId":"s-xzs9zfx5sszcgi0dutuk","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-0vy4lu7j9jkj6n3tgpby","referencedResources":{"ACS::ECS::Image":["m-0vy4lu7j9jkj6n3tgpby"],"ACS::ECS::Snapshot":["s-xzs9zfx5sszcgi0dutuk"]},"responseElements":{"ImageId":"m-0vy4lu7j9jkj6n3tgpby"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	36	1796033449756287	a591f4ec1e5038e464132c61ed06268fc0985729cdd978ba61e4360c0a16f2cc	{"eventId":"AA9B5325-CC6A-42EB-AD84-DB04D5097CDB","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:44043","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"AA9B5325-CC6A-42EB-AD84-DB04D5097CDB","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"slow-import","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-3","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-0e1de6lzskv1e0elwrt5","referencedResources":{"ACS::ECS::Image":["m-0e1de6lzskv1e0elwrt5"]},"responseElements":{"ImageId":"m-0e1de6lzskv1e0elwrt5","TaskId":"t-vc1hkuyrsv8uo0cralwo","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	37	1796033449764507	b9af2bd4b581f7cddaf55940501ff3ecc273177a7ecda71a91cdccac61b705c8	{"eventId":"214196AA-4B1A-4E77-A2A3-8DC1AE426282","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:44043","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"214196AA-4B1A-4E77-A2A3-8DC1AE426282","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"slow-copy","Format":"JSON","ImageId":"m-so0w49yp4h4ej9msd9p5","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-5","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-w98oruu1k00osah7cryr,m-so0w49yp4h4ej9msd9p5","referencedResources":{"ACS::ECS::Image":["m-w98oruu1k00osah7cryr","m-so0w49yp4h4ej9msd9p5"]},"responseElements":{"ImageId":"m-w98oruu1k00osah7cryr"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	38	1796033449770589	9a76f4d5e4914b1fc92ab7d45028768c429e2d9b5aa1a170dc1e270551ecf54e	{"eventId":"4704E5F4-FBD1-48A1-B0DC-13ED117622E3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:44043","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"4704E5F4-FBD1-48A1-B0DC-13ED117622E3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"cancelled","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-6","SignatureVersion":"1.0","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-pov36mvrw8riq6rybj0p","referencedResources":{"ACS::ECS::Image":["m-pov36mvrw8riq6rybj0p"]},"responseElements":{"ImageId":"m-pov36mvrw8riq6rybj0p","TaskId":"t-3v8smyg4uf7a1exsg9dp","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	39	1796033449774280	8384fa39610fa39c6e2f259693119e25ac3e857805f1187028b0cc56030bc91a	{"eventId":"64AAC3D3-2A06-4A14-9080-6467F40D5C95","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CancelTask","eventRW":"Write","eventSource":"127.0.0.1:44043","eventTime":"2026-11-30T10:10:49Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"64AAC3D3-2A06-4A14-9080-6467F40D5C95","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CancelTask","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-7","SignatureVersion":"1.0","TaskId":"t-3v8smyg4uf7a1exsg9dp","Timestamp":"2026-11-30T10:10:49Z","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}
6543210987654321		1	1796033449309403	9029c320a7ea7d5d2e0b1ca6fe6f7abd57745c57b637c5042c7562021a2d48b3	{"eventId":"AD2BB9B7-984E-4A8D-BD3D-8D7F946CF9B0","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-30T10:10:49Z","requestId":"AD2BB9B7-984E-4A8D-BD3D-8D7F946CF9B0","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
\.


--
-- Data for Name: audit_trails; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_trails (account_id, sequence, hash) FROM stdin;
0	3	c392f47b8f97d03d27da3617c601f464ab739fe2bcb14b81e86b1bd37e45514b
1234567890123456	10	836e47469e7dff7d838a8d62f91643e676e5141f4539d83e5b9f981a6b05d851
6543210987654321	1	9029c320a7ea7d5d2e0b1ca6fe6f7abd57745c57b637c5042c7562021a2d48b3
\.


--
-- Data for Name: bin_images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.bin_images (account_id, region_id, image_id, restorable_until_us) FROM stdin;
1234567890123456	cn-hangzhou	m-btqvkh7chuunc5pfx3le	2111393449481356
1234567890123456	cn-hangzhou	m-edp3nrwdd5gdrv1400co	2111393449631585
1234567890123456	cn-hangzhou	m-unej5drzm6pd636vjlcr	2111393449608377
\.


--
-- Data for Name: bin_snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.bin_snapshots (account_id, region_id, snapshot_id, image_id, restorable_until_us) FROM stdin;
1234567890123456	cn-hangzhou	s-1ylagruz2w1rxfft6p4z	m-unej5drzm6pd636vjlcr	2111393449608377
1234567890123456	cn-hangzhou	s-scnvrxdo6dhovd8d7fjc	m-edp3nrwdd5gdrv1400co	2111393449631585
1234567890123456	cn-hangzhou	s-xzs9zfx5sszcgi0dutuk	m-btqvkh7chuunc5pfx3le	2111393449481356
\.


--
-- Data for Name: catalogues; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.catalogues (account_id, region_id, sequence, images, families, audit_sequence, audit_hash) FROM stdin;
0	cn-hangzhou	3	1	1	3	a2469d5e658314f9d73c22a86b5891b509eff1ea4f9c16f778a50306ebc68402
1234567890123456	cn-beijing	5	1	0	1	1fc87791c44fc609ae9bfb1e7ab5deace42d320b77db502a982c087afa889eb8
1234567890123456	cn-hangzhou	69	10	3	39	8384fa39610fa39c6e2f259693119e25ac3e857805f1187028b0cc56030bc91a
\.


--
-- Data for Name: client_tokens; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.client_tokens (account_id, region_id, action, client_token, parameters, answer, expires_at_us) FROM stdin;
1234567890123456	cn-hangzhou	CreateImage	made-1	70072a9640cc3a967ad46db874cfd47420b5b28c7da753db65be93303dec9404	{"ImageId":"m-vapvj97qozecvheuwo52"}	1796119849467799
1234567890123456	cn-hangzhou	CreateImage	made-2	244cd29f03bf29c59a1b8e793c872fd655d314b5ac91bf3bc3d27c6142a968b2	{"ImageId":"m-so0w49yp4h4ej9msd9p5"}	1796119849472449
1234567890123456	cn-hangzhou	CreateImage	made-3	e6453ea1293015ea144c7d913b52da09de12534ac51cbf8392583e53b1f8b38d	{"ImageId":"m-btqvkh7chuunc5pfx3le"}	1796119849474967
\.


--
-- Data for Name: disks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.disks (account_id, region_id, disk_id, instance_id, kind, size_gib) FROM stdin;
1234567890123456	cn-hangzhou	d-golden-system	i-golden	system	40
\.


--
-- Data for Name: group_members; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.group_members (account_id, group_id, user_id, joined_at_us) FROM stdin;
1234567890123456	402255433824911520	652203243745992972	1796033449642697
\.


--
-- Data for Name: head_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.head_log (account_id, region_id, family, revision, image_id, changed_at_us, action, request_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64	1	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1796033449310580	ApplyFixtures	92D387CD-81DA-4EBB-8098-AEFF2CD9CF1F
1234567890123456	cn-hangzhou	base	8	m-fiki8s5cauauau7ms6hb	1796033449375685	ModifyImageAttribute	F185F8FA-33D4-4379-AED0-86F8C8E7B680
1234567890123456	cn-hangzhou	base	14	m-unej5drzm6pd636vjlcr	1796033449415917	ModifyImageAttribute	44DBF6A7-EB97-4616-AE94-15C92099EA11
1234567890123456	cn-hangzhou	base	20	m-ony8f9n8giroez5izkka	1796033449438514	ModifyImageAttribute	9A02E474-1A34-4BD8-8247-2C02EB12F435
1234567890123456	cn-hangzhou	base	21	m-unej5drzm6pd636vjlcr	1796033449443897	ModifyImageAttribute	D44B5623-9E83-465C-962C-B304A88ADDCF
1234567890123456	cn-hangzhou	base	45	m-fiki8s5cauauau7ms6hb	1796033449608377	DeleteImage	ACF8C38B-FC1B-4585-9E63-1DE3F3A938A1
1234567890123456	cn-hangzhou	made	27	m-vapvj97qozecvheuwo52	1796033449468185	CreateImage	5EE1491B-A694-4E74-9F45-D37742934D87
1234567890123456	cn-hangzhou	made	28	m-so0w49yp4h4ej9msd9p5	1796033449472939	CreateImage	8E074FE6-B08E-46E5-9599-22F163EDD398
1234567890123456	cn-hangzhou	made	29	m-btqvkh7chuunc5pfx3le	1796033449475315	CreateImage	4AB8CE1A-F56D-488B-854F-FA6619407DB1
1234567890123456	cn-hangzhou	made	30	m-so0w49yp4h4ej9msd9p5	1796033449481356	DeleteImage	BBE4476A-3729-4600-B635-E7E344B0DE41
1234567890123456	cn-hangzhou	made	51	m-edp3nrwdd5gdrv1400co	1796033449628172	CreateImage	C79D60A9-EEDF-493F-B69A-9F405F911D90
1234567890123456	cn-hangzhou	made	52	m-so0w49yp4h4ej9msd9p5	1796033449631585	DeleteImage	B875A6EA-E58A-42A9-B4E8-0731E304578B
\.


--
-- Data for Name: image_instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_instances (account_id, region_id, image_id, user_id, instance_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1234567890123456	i-golden
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	6543210987654321	i-of-the-system
1234567890123456	cn-hangzhou	m-fiki8s5cauauau7ms6hb	1234567890123456	i-own
1234567890123456	cn-hangzhou	m-fiki8s5cauauau7ms6hb	6543210987654321	i-others
1234567890123456	cn-hangzhou	m-unej5drzm6pd636vjlcr	1234567890123456	i-orphan
\.


--
-- Data for Name: image_shares; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_shares (account_id, region_id, image_id, shared_with, shared_at_us) FROM stdin;
1234567890123456	cn-hangzhou	m-fiki8s5cauauau7ms6hb	6543210987654321	1796033449504189
1234567890123456	cn-hangzhou	m-vapvj97qozecvheuwo52	0	1796033449509282
\.


--
-- Data for Name: image_snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_snapshots (account_id, region_id, snapshot_id, image_id) FROM stdin;
1234567890123456	cn-beijing	s-msp4a5akfyoafip5419q	m-mlnwebpgh3wmi1fxpnzj
1234567890123456	cn-hangzhou	s-82a04zyiv0d64mc33lqv	m-w98oruu1k00osah7cryr
1234567890123456	cn-hangzhou	s-e03tzbexqo3a9kdyr23f	m-0e1de6lzskv1e0elwrt5
1234567890123456	cn-hangzhou	s-o0a8pu1jzm2ggvcb1hte	m-ony8f9n8giroez5izkka
1234567890123456	cn-hangzhou	s-scnvrxdo6dhovd8d7fjc	m-fiki8s5cauauau7ms6hb
1234567890123456	cn-hangzhou	s-scnvrxdo6dhovd8d7fjc	m-grb1z09jyeus9e5r1ikr
1234567890123456	cn-hangzhou	s-scnvrxdo6dhovd8d7fjc	m-tyknsyzrzrrrp5p045dd
1234567890123456	cn-hangzhou	s-xzs9zfx5sszcgi0dutuk	m-0vy4lu7j9jkj6n3tgpby
1234567890123456	cn-hangzhou	s-xzs9zfx5sszcgi0dutuk	m-hcvv6c0f8m0y3p20wt1j
1234567890123456	cn-hangzhou	s-xzs9zfx5sszcgi0dutuk	m-so0w49yp4h4ej9msd9p5
1234567890123456	cn-hangzhou	s-xzs9zfx5sszcgi0dutuk	m-vapvj97qozecvheuwo52
\.


--
-- Data for Name: image_tag_counts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_tag_counts (account_id, region_id, tag_key, tag_value, status, images) FROM stdin;
1234567890123456	cn-hangzhou	round	made-1	Available	1
1234567890123456	cn-hangzhou	round	made-2	Available	1
1234567890123456	cn-hangzhou	tier	golden	Available	3
\.


--
-- Data for Name: images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.images (account_id, region_id, image_id, sequence, created_at_us, deleted_at_us, name, family, description, version, status, failure, progress, origin, architecture, os_type, platform, os_name_zh, os_name_en, boot_mode, license_type, imds_support, nvme_support, resource_group_id, is_public, share_count, instance_count, disks, tags, deletion_protection) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1	1694044800000000	\N	ubuntu_22_04_x64_20G_alibase_20230907.vhd	ubuntu_22_04_x64			Available		100	CreateImage	x86_64	linux	Ubuntu	Ubuntu  22.04 64位	Ubuntu  22.04 64 bit	\N	\N	v1	\N		0	0	2	[{"device":"/dev/xvda","kind":"system","size_gib":20}]	{}	0
1234567890123456	cn-beijing	m-mlnwebpgh3wmi1fxpnzj	1	1796033449539422	\N	copy-1	\N			Available		100	CopyImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	unsupported		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-msp4a5akfyoafip5419q"}]	{}	0
1234567890123456	cn-hangzhou	m-0e1de6lzskv1e0elwrt5	57	1796033449756287	\N	slow-import	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	unsupported		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-e03tzbexqo3a9kdyr23f","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-0vy4lu7j9jkj6n3tgpby	54	1796033449747797	\N	slow	slow			Creating		0	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xzs9zfx5sszcgi0dutuk"}]	{}	0
1234567890123456	cn-hangzhou	m-btqvkh7chuunc5pfx3le	29	1796033449474967	1796033449481356	made-3	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xzs9zfx5sszcgi0dutuk"}]	{"tier":"golden","round":"made-3"}	0
1234567890123456	cn-hangzhou	m-edp3nrwdd5gdrv1400co	51	1796033449627651	1796033449631585	binned	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-scnvrxdo6dhovd8d7fjc"}]	{}	0
1234567890123456	cn-hangzhou	m-fiki8s5cauauau7ms6hb	3	1796033449333810	\N	base-1	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	unsupported		0	1	2	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-scnvrxdo6dhovd8d7fjc","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{"tier":"golden"}	0
1234567890123456	cn-hangzhou	m-grb1z09jyeus9e5r1ikr	46	1796033449611408	\N	guarded	\N			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-scnvrxdo6dhovd8d7fjc"}]	{}	1
1234567890123456	cn-hangzhou	m-hcvv6c0f8m0y3p20wt1j	22	1796033449447635	\N	base	\N			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	unsupported		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xzs9zfx5sszcgi0dutuk","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-ony8f9n8giroez5izkka	15	1796033449418259	\N	base-3	base			Deprecated		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	unsupported		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o0a8pu1jzm2ggvcb1hte","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-pov36mvrw8riq6rybj0p	65	1796033449770589	1796033449774761	cancelled	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	unsupported		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-gkznnmdilco747ua50d4","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-so0w49yp4h4ej9msd9p5	28	1796033449472449	\N	made-2	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xzs9zfx5sszcgi0dutuk"}]	{"tier":"golden","round":"made-2"}	0
1234567890123456	cn-hangzhou	m-tyknsyzrzrrrp5p045dd	47	1796033449614244	\N	restored	\N			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-scnvrxdo6dhovd8d7fjc"}]	{}	0
1234567890123456	cn-hangzhou	m-unej5drzm6pd636vjlcr	9	1796033449380425	1796033449608377	base-2	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	unsupported		0	0	1	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-1ylagruz2w1rxfft6p4z","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-vapvj97qozecvheuwo52	27	1796033449467799	\N	made-1	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		1	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-xzs9zfx5sszcgi0dutuk"}]	{"tier":"golden","round":"made-1"}	0
1234567890123456	cn-hangzhou	m-w98oruu1k00osah7cryr	61	1796033449764507	\N	slow-copy	\N			Creating		0	CopyImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-82a04zyiv0d64mc33lqv"}]	{}	0
\.


--
-- Data for Name: instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.instances (account_id, region_id, instance_id, status, image_owner_id, image_id) FROM stdin;
1234567890123456	cn-hangzhou	i-golden	Stopped	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
1234567890123456	cn-hangzhou	i-orphan	Running	1234567890123456	m-unej5drzm6pd636vjlcr
1234567890123456	cn-hangzhou	i-own	Running	1234567890123456	m-fiki8s5cauauau7ms6hb
6543210987654321	cn-hangzhou	i-of-the-system	Running	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
6543210987654321	cn-hangzhou	i-others	Running	1234567890123456	m-fiki8s5cauauau7ms6hb
\.


--
-- Data for Name: nonces; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.nonces (account_id, access_key_id, nonce, expires_at_us) FROM stdin;
1234567890123456	testid	1-1	1796035249000000
1234567890123456	testid	1-12	1796035249000000
1234567890123456	testid	1-14	1796035249000000
1234567890123456	testid	1-15	1796035249000000
1234567890123456	testid	1-18	1796035249000000
1234567890123456	testid	1-19	1796035249000000
1234567890123456	testid	1-20	1796035249000000
1234567890123456	testid	1-22	1796035249000000
1234567890123456	testid	1-24	1796035249000000
1234567890123456	testid	1-25	1796035249000000
1234567890123456	testid	1-26	1796035249000000
1234567890123456	testid	1-29	1796035249000000
1234567890123456	testid	1-30	1796035249000000
1234567890123456	testid	1-31	1796035249000000
1234567890123456	testid	1-32	1796035249000000
1234567890123456	testid	1-33	1796035249000000
1234567890123456	testid	1-35	1796035249000000
1234567890123456	testid	1-37	1796035249000000
1234567890123456	testid	1-4	1796035249000000
1234567890123456	testid	1-41	1796035249000000
1234567890123456	testid	1-46	1796035249000000
1234567890123456	testid	1-48	1796035249000000
1234567890123456	testid	1-49	1796035249000000
1234567890123456	testid	1-5	1796035249000000
1234567890123456	testid	1-52	1796035249000000
1234567890123456	testid	1-53	1796035249000000
1234567890123456	testid	1-54	1796035249000000
1234567890123456	testid	1-55	1796035249000000
1234567890123456	testid	1-57	1796035249000000
1234567890123456	testid	1-58	1796035249000000
1234567890123456	testid	1-59	1796035249000000
1234567890123456	testid	1-60	1796035249000000
1234567890123456	testid	1-61	1796035249000000
1234567890123456	testid	1-62	1796035249000000
1234567890123456	testid	1-63	1796035249000000
1234567890123456	testid	1-64	1796035249000000
1234567890123456	testid	1-65	1796035249000000
1234567890123456	testid	1-66	1796035249000000
1234567890123456	testid	1-67	1796035249000000
1234567890123456	testid	1-8	1796035249000000
1234567890123456	testid	1-9	1796035249000000
1234567890123456	testid	3-2	1796035249000000
1234567890123456	testid	3-3	1796035249000000
1234567890123456	testid	3-5	1796035249000000
1234567890123456	testid	3-6	1796035249000000
1234567890123456	testid	3-7	1796035249000000
6543210987654321	otherid	2-1	1796035249000000
6543210987654321	otherid	2-2	1796035249000000
\.


--
-- Data for Name: object_removals; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.object_removals (account_id, region_id, bucket, object, due_at_us, task_id) FROM stdin;
1234567890123456	cn-hangzhou	imagekin-snapshots	1234567890123456/s-none-0	0	\N
\.


--
-- Data for Name: owner_guards; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.owner_guards (account_id, region_id, mode, trusted_owners) FROM stdin;
1234567890123456	cn-hangzhou	audit	0,6543210987654321
\.


--
-- Data for Name: policies; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policies (account_id, name, description, default_version, newest_version, created_at_us, updated_at_us, tags) FROM stdin;
1234567890123456	images		1	1	1796033449646898	1796033449646898	{"team":"builders"}
\.


--
-- Data for Name: policy_attachments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policy_attachments (account_id, entity_type, entity_id, policy_type, policy_name, attached_at_us) FROM stdin;
1234567890123456	Group	402255433824911520	System	AliyunECSReadOnlyAccess	1796033449650252
1234567890123456	Role	361049534279341777	Custom	images	1796033449651796
1234567890123456	User	652203243745992972	Custom	images	1796033449648643
\.


--
-- Data for Name: policy_versions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policy_versions (account_id, policy_name, version, document, created_at_us) FROM stdin;
1234567890123456	images	1	{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}	1796033449646898
\.


--
-- Data for Name: refinery_schema_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.refinery_schema_history (version, name, applied_on, checksum) FROM stdin;
1	catalogue	2026-11-30T10:10:50.168503423Z	10768457456830434487
2	throttles	2026-11-30T10:10:50.168510627Z	14591095462512939459
3	access	2026-11-30T10:10:50.168511341Z	6052349647404228499
4	audit	2026-11-30T10:10:50.168512156Z	4125763650635833989
5	guards	2026-11-30T10:10:50.16851278Z	13791927806740824022
6	access_tags	2026-11-30T10:10:50.168514311Z	16873370701461179006
7	exports	2026-11-30T10:10:50.168519446Z	4819712413498846548
\.


--
-- Data for Name: roles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.roles (account_id, role_id, name, description, trust_policy, session_s_max, created_at_us, updated_at_us, tags) FROM stdin;
1234567890123456	361049534279341777	nightly		{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",\n        "Principal": {"RAM": ["acs:ram::1234567890123456:user/alice"]}}]}	3600	1796033449644693	1796033449644693	{"team":"builders"}
\.


--
-- Data for Name: shared_images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.shared_images (account_id, region_id, owner_id, image_id) FROM stdin;
0	cn-hangzhou	1234567890123456	m-vapvj97qozecvheuwo52
6543210987654321	cn-hangzhou	1234567890123456	m-fiki8s5cauauau7ms6hb
\.


--
-- Data for Name: snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.snapshots (account_id, region_id, snapshot_id, created_at_us, status, source_disk, size_gib, bytes_path, bytes_length, bytes_sha256, name, description, retention_days, resource_group_id, disk_id, copied_region_id, copied_snapshot_id, copied_path, copied_length, copied_sha256, tags) FROM stdin;
1234567890123456	cn-beijing	s-msp4a5akfyoafip5419q	1796033449539790	accomplished	system	1	1234567890123456/s-msp4a5akfyoafip5419q-6bfec6491435	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-scnvrxdo6dhovd8d7fjc	1234567890123456/s-scnvrxdo6dhovd8d7fjc-ed4279a34d96	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-1ylagruz2w1rxfft6p4z	1796033449380425	accomplished	system	1	1234567890123456/s-1ylagruz2w1rxfft6p4z-90f6232e1f74	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-82a04zyiv0d64mc33lqv	1796033449766900	accomplished	system	1	1234567890123456/s-82a04zyiv0d64mc33lqv-9ec735f41a43	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-xzs9zfx5sszcgi0dutuk	1234567890123456/s-xzs9zfx5sszcgi0dutuk-412b0b8a1263	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-base	1796033449309278	accomplished	system	20	\N	\N	\N			\N		\N	\N	\N	\N	\N	\N	{"made-by":"fixtures"}
1234567890123456	cn-hangzhou	s-e03tzbexqo3a9kdyr23f	1796033449756287	accomplished	system	1	1234567890123456/s-e03tzbexqo3a9kdyr23f-0a5a7854c034	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-o0a8pu1jzm2ggvcb1hte	1796033449418259	accomplished	system	1	1234567890123456/s-o0a8pu1jzm2ggvcb1hte-f0c294ea455c	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-qa13wk3i9v83krvu8p08	1796033449494610	accomplished	system	40	\N	\N	\N	of-a-disk		\N		d-golden-system	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-scnvrxdo6dhovd8d7fjc	1796033449333810	accomplished	system	1	1234567890123456/s-scnvrxdo6dhovd8d7fjc-ed4279a34d96	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-xzs9zfx5sszcgi0dutuk	1796033449447635	accomplished	system	1	1234567890123456/s-xzs9zfx5sszcgi0dutuk-412b0b8a1263	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{"tier":"golden"}
\.


--
-- Data for Name: tags; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tags (account_id, region_id, resource_type, resource_id, tag_key, tag_value, status, created_at_us, sequence) FROM stdin;
1234567890123456	cn-hangzhou	image	m-fiki8s5cauauau7ms6hb	tier	golden	Available	1796033449333810	3
1234567890123456	cn-hangzhou	image	m-so0w49yp4h4ej9msd9p5	round	made-2	Available	1796033449472449	28
1234567890123456	cn-hangzhou	image	m-so0w49yp4h4ej9msd9p5	tier	golden	Available	1796033449472449	28
1234567890123456	cn-hangzhou	image	m-vapvj97qozecvheuwo52	round	made-1	Available	1796033449467799	27
1234567890123456	cn-hangzhou	image	m-vapvj97qozecvheuwo52	tier	golden	Available	1796033449467799	27
1234567890123456	cn-hangzhou	snapshot	s-base	made-by	fixtures	accomplished	1796033449309278	0
1234567890123456	cn-hangzhou	snapshot	s-xzs9zfx5sszcgi0dutuk	tier	golden	accomplished	1796033449447635	0
\.


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tasks (account_id, region_id, task_id, action, status, image_id, created_at_us, ready_at_us, finished_at_us, due_at_us, lease_owner, progress, attempts, failure, source_region_id, source_image_id, export_bucket, export_prefix, export_format) FROM stdin;
1234567890123456	cn-beijing	t-50z2zt2t24ez11sx5dbb	CopyImage	Finished	m-mlnwebpgh3wmi1fxpnzj	1796033449539422	1796033449539422	1796033449556797	1796033479546899	\N	100	0		cn-hangzhou	m-fiki8s5cauauau7ms6hb	\N	\N	\N
1234567890123456	cn-hangzhou	t-0go6cqp9nug5m7keyol4	ImportImage	Finished	m-hcvv6c0f8m0y3p20wt1j	1796033449447635	1796033449447635	1796033449462769	1796033479453304	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-1mtyu0i1ko93yizps7ss	CreateImage	Processing	m-0vy4lu7j9jkj6n3tgpby	1796033449747797	1796033449747797	\N	1796033449747797	\N	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-3v8smyg4uf7a1exsg9dp	ImportImage	Deleted	m-pov36mvrw8riq6rybj0p	1796033449770589	1796037049770589	1796033449774761	1796033449770589	\N	0	0	cancelled	\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-jjjqbjso333f08rfe3mm	ExportImage	Finished	m-fiki8s5cauauau7ms6hb	1796033449569280	1796033449569280	1796033449600235	1796033479597346	\N	100	0		\N	\N	exported-images		raw
1234567890123456	cn-hangzhou	t-sfqqk2qfbajh87ipcfqc	ImportImage	Finished	m-ony8f9n8giroez5izkka	1796033449418259	1796033449418259	1796033449426344	1796033479422994	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-vc1hkuyrsv8uo0cralwo	ImportImage	Processing	m-0e1de6lzskv1e0elwrt5	1796033449756287	1796033449756287	\N	1796033449756287	\N	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-yzzv20br7plqz8tzmina	CopyImage	Processing	m-w98oruu1k00osah7cryr	1796033449764507	1796033449764507	\N	1796033449764507	\N	0	0		cn-hangzhou	m-so0w49yp4h4ej9msd9p5	\N	\N	\N
1234567890123456	cn-hangzhou	t-zhf3yq5j4bmv5gt1p2aw	ImportImage	Finished	m-fiki8s5cauauau7ms6hb	1796033449333810	1796033449333810	1796033449362681	1796033479358652	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-zkwwlr254pfezeb4qtqh	ImportImage	Finished	m-unej5drzm6pd636vjlcr	1796033449380425	1796033449380425	1796033449394853	1796033479388689	\N	100	0		\N	\N	\N	\N	\N
\.


--
-- Data for Name: throttle_counters; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.throttle_counters (account_id, region_id, action, window_began_us, calls) FROM stdin;
1234567890123456	cn-hangzhou	*	0	1
\.


--
-- Data for Name: throttles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.throttles (account_id, action, calls_max, window_s) FROM stdin;
0	*	1000000	1
\.


--
-- Data for Name: user_groups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.user_groups (account_id, group_id, name, comments, created_at_us, updated_at_us) FROM stdin;
1234567890123456	402255433824911520	readers		1796033449640844	1796033449640844
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (account_id, user_id, name, display_name, comments, mobile_phone, email, created_at_us, updated_at_us) FROM stdin;
1234567890123456	652203243745992972	alice					1796033449635231	1796033449635231
\.


--
-- Name: access_keys access_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_keys
    ADD CONSTRAINT access_keys_pkey PRIMARY KEY (account_id, access_key_id);


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (account_id);


--
-- Name: audit_anchors audit_anchors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_anchors
    ADD CONSTRAINT audit_anchors_pkey PRIMARY KEY (account_id, trail);


--
-- Name: audit_events audit_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_events
    ADD CONSTRAINT audit_events_pkey PRIMARY KEY (account_id, trail, sequence);


--
-- Name: audit_trails audit_trails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_trails
    ADD CONSTRAINT audit_trails_pkey PRIMARY KEY (account_id);


--
-- Name: bin_images bin_images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bin_images
    ADD CONSTRAINT bin_images_pkey PRIMARY KEY (account_id, region_id, image_id);


--
-- Name: bin_snapshots bin_snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bin_snapshots
    ADD CONSTRAINT bin_snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id, image_id);


--
-- Name: catalogues catalogues_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalogues
    ADD CONSTRAINT catalogues_pkey PRIMARY KEY (account_id, region_id);


--
-- Name: client_tokens client_tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_tokens
    ADD CONSTRAINT client_tokens_pkey PRIMARY KEY (account_id, region_id, action, client_token);


--
-- Name: disks disks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disks
    ADD CONSTRAINT disks_pkey PRIMARY KEY (account_id, region_id, disk_id);


--
-- Name: group_members group_members_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.group_members
    ADD CONSTRAINT group_members_pkey PRIMARY KEY (account_id, group_id, user_id);


--
-- Name: head_log head_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.head_log
    ADD CONSTRAINT head_log_pkey PRIMARY KEY (account_id, region_id, family, revision);


--
-- Name: image_instances image_instances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_instances
    ADD CONSTRAINT image_instances_pkey PRIMARY KEY (account_id, region_id, image_id, user_id, instance_id);


--
-- Name: image_shares image_shares_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_shares
    ADD CONSTRAINT image_shares_pkey PRIMARY KEY (account_id, region_id, image_id, shared_with);


--
-- Name: image_snapshots image_snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_snapshots
    ADD CONSTRAINT image_snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id, image_id);


--
-- Name: image_tag_counts image_tag_counts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_tag_counts
    ADD CONSTRAINT image_tag_counts_pkey PRIMARY KEY (account_id, region_id, tag_key, tag_value, status);


--
-- Name: images images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_pkey PRIMARY KEY (account_id, region_id, image_id);


--
-- Name: instances instances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.instances
    ADD CONSTRAINT instances_pkey PRIMARY KEY (account_id, region_id, instance_id);


--
-- Name: nonces nonces_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nonces
    ADD CONSTRAINT nonces_pkey PRIMARY KEY (account_id, access_key_id, nonce);


--
-- Name: object_removals object_removals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.object_removals
    ADD CONSTRAINT object_removals_pkey PRIMARY KEY (account_id, region_id, bucket, object);


--
-- Name: owner_guards owner_guards_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.owner_guards
    ADD CONSTRAINT owner_guards_pkey PRIMARY KEY (account_id, region_id);


--
-- Name: policies policies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_pkey PRIMARY KEY (account_id, name);


--
-- Name: policy_attachments policy_attachments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.policy_attachments
    ADD CONSTRAINT policy_attachments_pkey PRIMARY KEY (account_id, entity_type, entity_id, policy_type, policy_name);


--
-- Name: policy_versions policy_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.policy_versions
    ADD CONSTRAINT policy_versions_pkey PRIMARY KEY (account_id, policy_name, version);


--
-- Name: refinery_schema_history refinery_schema_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refinery_schema_history
    ADD CONSTRAINT refinery_schema_history_pkey PRIMARY KEY (version);


--
-- Name: roles roles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_pkey PRIMARY KEY (account_id, role_id);


--
-- Name: shared_images shared_images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.shared_images
    ADD CONSTRAINT shared_images_pkey PRIMARY KEY (account_id, region_id, owner_id, image_id);


--
-- Name: snapshots snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshots
    ADD CONSTRAINT snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id);


--
-- Name: tags tags_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (account_id, region_id, resource_type, resource_id, tag_key);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (account_id, region_id, task_id);


--
-- Name: throttle_counters throttle_counters_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttle_counters
    ADD CONSTRAINT throttle_counters_pkey PRIMARY KEY (account_id, region_id, action);


--
-- Name: throttles throttles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttles
    ADD CONSTRAINT throttles_pkey PRIMARY KEY (account_id, action);


--
-- Name: user_groups user_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_groups
    ADD CONSTRAINT user_groups_pkey PRIMARY KEY (account_id, group_id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (account_id, user_id);


--
-- Name: access_keys_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX access_keys_by_id ON public.access_keys USING btree (access_key_id);


--
-- Name: access_keys_of_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX access_keys_of_user ON public.access_keys USING btree (account_id, user_id);


--
-- Name: bin_images_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX bin_images_by_end ON public.bin_images USING btree (account_id, region_id, restorable_until_us, image_id);


--
-- Name: client_tokens_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX client_tokens_by_expiry ON public.client_tokens USING btree (expires_at_us);


--
-- Name: disks_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disks_by_id ON public.disks USING btree (account_id, disk_id);


--
-- Name: disks_of_instance; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disks_of_instance ON public.disks USING btree (account_id, region_id, instance_id, disk_id);


--
-- Name: group_members_by_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX group_members_by_user ON public.group_members USING btree (account_id, user_id, group_id);


--
-- Name: images_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_by_age ON public.images USING btree (account_id, region_id, created_at_us DESC, sequence DESC, status, image_id, deleted_at_us) WHERE (deleted_at_us IS NULL);


--
-- Name: images_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX images_by_name ON public.images USING btree (account_id, region_id, name) WHERE (deleted_at_us IS NULL);


--
-- Name: images_of_family; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_of_family ON public.images USING btree (account_id, region_id, family, status, created_at_us DESC, sequence DESC, image_id) WHERE (deleted_at_us IS NULL);


--
-- Name: nonces_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX nonces_by_expiry ON public.nonces USING btree (expires_at_us);


--
-- Name: object_removals_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX object_removals_due ON public.object_removals USING btree (due_at_us);


--
-- Name: object_removals_of_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX object_removals_of_task ON public.object_removals USING btree (account_id, region_id, task_id) WHERE (task_id IS NOT NULL);


--
-- Name: policy_attachments_by_policy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX policy_attachments_by_policy ON public.policy_attachments USING btree (account_id, policy_type, policy_name);


--
-- Name: roles_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX roles_by_name ON public.roles USING btree (account_id, name);


--
-- Name: shared_images_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shared_images_by_id ON public.shared_images USING btree (account_id, region_id, image_id);


--
-- Name: snapshots_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX snapshots_by_age ON public.snapshots USING btree (account_id, region_id, created_at_us DESC, snapshot_id);


--
-- Name: snapshots_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX snapshots_by_id ON public.snapshots USING btree (account_id, snapshot_id);


--
-- Name: tags_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tags_by_key ON public.tags USING btree (account_id, region_id, resource_type, tag_key, tag_value, status, created_at_us DESC, sequence DESC, resource_id);


--
-- Name: tasks_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_age ON public.tasks USING btree (account_id, region_id, created_at_us DESC, task_id);


--
-- Name: tasks_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_due ON public.tasks USING btree (due_at_us) WHERE (status = 'Processing'::text);


--
-- Name: tasks_exported; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_exported ON public.tasks USING btree (account_id, region_id, image_id) WHERE ((action = 'ExportImage'::text) AND (status = 'Finished'::text));


--
-- Name: tasks_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open ON public.tasks USING btree (account_id, region_id, action, image_id) WHERE (status = ANY (ARRAY['Waiting'::text, 'Processing'::text]));


--
-- Name: user_groups_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX user_groups_by_name ON public.user_groups USING btree (account_id, name);


--
-- Name: users_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX users_by_name ON public.users USING btree (account_id, name);


--
-- PostgreSQL database dump complete
--


