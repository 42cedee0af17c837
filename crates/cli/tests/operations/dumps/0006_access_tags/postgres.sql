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
1234567890123456	LTAI5tkUxlaibp4hZIrxuGor	2f4c6dd4.0384478544cd7a6792b8ed18a371e1589d7add035bbc217ca7f8bfe1c3355c7d8d06882820f4023c053f4ffa781246169977e04560498cd7a67a	Active	1795956901790425	924942856062102631	\N
1234567890123456	testid	2f4c6dd4.c59fcfa3d94c2c1303b7ab9298a7a0b18658cce21fea58b5fffce7502392df4c0525ec50c1c4	Active	1795956901421443	\N	1795956901475019
6543210987654321	otherid	2f4c6dd4.4667692fabc79243b196f869dd2dae3a30b4b17bf9ac455674ccde0269fe845fc812a7dfacf56d	Active	1795956901465194	\N	1795956901646580
\.


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts (account_id, created_at_us, access_revision) FROM stdin;
1234567890123456	1795956901421443	9
6543210987654321	1795956901465194	0
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
0		1	1795956901837590	b124642250c5e6c9745070f891f1b580be9397403fddebf25ae690410f991ac9	{"eventId":"8BC528B1-14B4-47A6-9F53-8FDCEEFD9DA4","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"SetThrottle","eventRW":"Write","eventTime":"2026-11-29T12:55:01Z","requestId":"8BC528B1-14B4-47A6-9F53-8FDCEEFD9DA4","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"Action":"*","Calls":"1000000","Seconds":"1"}}
0	cn-hangzhou	1	1795956901466244	4ae4f0634e161d13ee6489b3f2ef741a8ab554c49f153f2388cd8eac984eeb6a	{"eventId":"2C16B00D-426A-4E05-9208-8A04779D6696","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T12:55:01Z","requestId":"2C16B00D-426A-4E05-9208-8A04779D6696","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
0	cn-hangzhou	2	1795956901468697	03f766c2df39f7876849c2cfbe458a3bbcf07f6bb76d647a604efd6c9a2ae93b	{"eventId":"507F114E-C5AE-4939-9662-164B3BA7BF65","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T12:55:01Z","requestId":"507F114E-C5AE-4939-9662-164B3BA7BF65","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
0	cn-hangzhou	3	1795956901650315	dd762c8abfe7ef8097a73b86e4d505f0a77af22260197fe5f664e95e274dfda3	{"eventId":"8E60C56A-C41F-4C3B-87E2-AC61A3E117A3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"8E60C56A-C41F-4C3B-87E2-AC61A3E117A3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"ubuntu_22_04_x64_20G_alibase_20230907.vhd","InstanceId":"i-of-the-system","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-2","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-of-the-system","referencedResources":{"ACS::ECS::Image":["ubuntu_22_04_x64_20G_alibase_20230907.vhd"],"ACS::ECS::Instance":["i-of-the-system"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		1	1795956901421443	fc604fd01b8cfe6dd2e0292f5b5d470e512cd3ce08d5864710c7c8580572b2bf	{"eventId":"472BB795-F7F4-44BC-AB99-690E4454710B","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"PutFirstAccessKey","eventRW":"Write","eventTime":"2026-11-29T12:55:01Z","requestId":"472BB795-F7F4-44BC-AB99-690E4454710B","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"AccessKeyId":"testid"}}
1234567890123456		2	1795956901786392	a6e04465d34822787dcc63292285be78440d10178d2587c052d4d4306794fe11	{"eventId":"F19D59CE-5087-4728-8741-65DB4874ABF8","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateUser","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"F19D59CE-5087-4728-8741-65DB4874ABF8","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateUser","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-58","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"924942856062102631,alice","referencedResources":{"ACS::RAM::User":["924942856062102631","alice"]},"responseElements":{"UserId":"924942856062102631"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		3	1795956901790425	e66f7f6d8b12cf96945446303e934770a8d4517dca431569842b1a7e78d940b7	{"eventId":"81776D19-BF6B-4940-AEEE-3014FEB29F68","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateAccessKey","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"81776D19-BF6B-4940-AEEE-3014FEB29F68","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateAccessKey","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-59","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::AccessKey","resourceName":"LTAI5tkUxlaibp4hZIrxuGor","referencedResources":{"ACS::RAM::AccessKey":["LTAI5tkUxlaibp4hZIrxuGor"],"ACS::RAM::User":["alice"]},"responseElements":{"AccessKeyId":"LTAI5tkUxlaibp4hZIrxuGor"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		4	1795956901798820	7977a7841f86e602e3f6338a9b3e1c4787a84245ff098d5b5aa912d50b60c921	{"eventId":"E69CE9C2-9BF5-491F-A807-07FBEC389F1C","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateGroup","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"E69CE9C2-9BF5-491F-A807-07FBEC389F1C","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-60","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"281368606792629731,readers","referencedResources":{"ACS::RAM::Group":["281368606792629731","readers"]},"responseElements":{"GroupId":"281368606792629731"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		5	1795956901800974	a7dd482c607772f2f3ee369f0ad69d2af05692f047ad690471e71e7a2857273d	{"eventId":"44156838-E179-4E45-AB58-8A79B3B54FC2","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AddUserToGroup","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"44156838-E179-4E45-AB58-8A79B3B54FC2","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AddUserToGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-61","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		6	1795956901803549	044c2720eb99810c9d3fd535dd407faf165a018c478e57b141e229b629268270	{"eventId":"F64CAB5C-FA77-4C14-80FC-018AEC744CE0","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateRole","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"F64CAB5C-FA77-4C14-80FC-018AEC744CE0","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateRole","AssumeRolePolicyDocument":"{\\"Version\\": \\"1\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"sts:AssumeRole\\",\\n        \\"Principal\\": {\\"RAM\\": [\\"acs:ram::1234567890123456:user/alice\\"]}}]}","Format":"JSON","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-62","SignatureVersion":"1.0","Tag.1.Key":"team","Tag.1.Value":"builders","Timestamp":"2026-11-29T12:55:01Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"306952361231462074,nightly","referencedResources":{"ACS::RAM::Role":["306952361231462074","nightly"]},"responseElements":{"RoleId":"306952361231462074"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		7	1795956901805493	0d0fab8c2e28e234973c8e682dbfeb501184a441e5ccc986c2ff3ed8e10c28d7	{"eventId":"2AA62C0E-C15F-41A5-9FF5-C29C0940F9E2","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreatePolicy","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"2AA62C0E-C15F-41A5-9FF5-C29C0940F9E2","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreatePolicy","Format":"JSON","PolicyDocument":"{\\"Version\\": \\"1\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"ecs:*\\", \\"Resource\\": \\"*\\"}]}","PolicyName":"images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-63","SignatureVersion":"1.0","Tag.1.Key":"team","Tag.1.Value":"builders","Timestamp":"2026-11-29T12:55:01Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Policy","resourceName":"images","referencedResources":{"ACS::RAM::Policy":["images"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		8	1795956901807521	771e27aaec93f60d1b7ff1d201351bd805a5ccb0de5ad930bf7b664ca7c6f3e9	{"eventId":"89EB9A98-963D-487D-9970-B59A1671A420","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToUser","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"89EB9A98-963D-487D-9970-B59A1671A420","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToUser","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-64","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"alice","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		9	1795956901810387	4b95f55f17f49073cd6e1c03b3683653d49ad6d3db57ef1e165de64a37525b78	{"eventId":"818F7860-5068-415E-A8C4-214ADC46D79F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToGroup","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"818F7860-5068-415E-A8C4-214ADC46D79F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToGroup","Format":"JSON","GroupName":"readers","PolicyName":"AliyunECSReadOnlyAccess","PolicyType":"System","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-65","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::Policy":["AliyunECSReadOnlyAccess"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		10	1795956901812213	fa4eb6b3a381d1bbf23f32c5293c06176c0f3d7482969caacd05a86ee7f18811	{"eventId":"34108DB0-6D3B-4184-8F58-59A1A0D3ABB6","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToRole","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"34108DB0-6D3B-4184-8F58-59A1A0D3ABB6","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToRole","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-66","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"nightly","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::Role":["nightly"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-beijing	1	1795956901678336	c04d6fb391f50df9db30c30cb2051cd8b29ad19c20fe0d85936afc0ba16b3ce1	{"eventId":"F578B2B8-0AD2-4A60-BC13-A6AFA14D25EF","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-beijing","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"F578B2B8-0AD2-4A60-BC13-A6AFA14D25EF","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"copy-1","DestinationRegionId":"cn-beijing","Format":"JSON","ImageId":"m-e8lnaol9fdxhbx0anxjp","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-37","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-3ukduq9gp6pqtw0bygeq,m-e8lnaol9fdxhbx0anxjp","referencedResources":{"ACS::ECS::Image":["m-3ukduq9gp6pqtw0bygeq","m-e8lnaol9fdxhbx0anxjp"]},"responseElements":{"ImageId":"m-3ukduq9gp6pqtw0bygeq"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	1	1795956901467222	3ecdb40499d4f4929a17973f4440fdfb2ca7d5253334c16f8602d21b875e9a1f	{"eventId":"1CD36D47-DC57-4098-8D35-80EA532A59B4","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T12:55:01Z","requestId":"1CD36D47-DC57-4098-8D35-80EA532A59B4","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
1234567890123456	cn-hangzhou	2	1795956901467921	121c4b8efeff35d28fc9e5ecada215b4eb36192f11aa61ab3acc59b923a77c34	{"eventId":"216FDCDC-7F15-415F-9170-386412AB3D47","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T12:55:01Z","requestId":"216FDCDC-7F15-415F-9170-386412AB3D47","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
1234567890123456	cn-hangzhou	3	1795956901475019	ef2e4b3667b9a0b3398d7548da44f54ea2fc5fe9437c84239c4fba8b74315b0a	{"eventId":"31F4ECDC-F009-4C94-A9A5-F70CF04985DF","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"31F4ECDC-F009-4C94-A9A5-F70CF04985DF","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-1","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-e8lnaol9fdxhbx0anxjp","referencedResources":{"ACS::ECS::Image":["m-e8lnaol9fdxhbx0anxjp"]},"responseElements":{"ImageId":"m-e8lnaol9fdxhbx0anxjp","TaskId":"t-0raux3avwmnyy2urd2ov","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	4	1795956901506379	dd818ff2abec6eaeb76ac0667c4a28645c8e6702c84227c09cd29a33ec34bc7f	{"eventId":"C7D7F7B0-C1BE-438C-A962-70F3B15F720D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"C7D7F7B0-C1BE-438C-A962-70F3B15F720D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-e8lnaol9fdxhbx0anxjp","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-4","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-e8lnaol9fdxhbx0anxjp","referencedResources":{"ACS::ECS::Image":["m-e8lnaol9fdxhbx0anxjp"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	5	1795956901510344	dc20843a6985ad036c1df01aad904a9317463c696ccca2c8759abdd094708d4d	{"eventId":"CD36E757-40ED-4D82-BB66-C640CC4A7404","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"CD36E757-40ED-4D82-BB66-C640CC4A7404","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-5","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-opbf1y5k0vjq4hmz8al7","referencedResources":{"ACS::ECS::Image":["m-opbf1y5k0vjq4hmz8al7"]},"responseElements":{"ImageId":"m-opbf1y5k0vjq4hmz8al7","TaskId":"t-aqmmjy6ynaubn1ubbxf7","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	6	1795956901530366	d147a8a1f4e4a855f33261d4dc7c019c436e0d9cf969d02cf0d61ff3af1d7c86	{"eventId":"FB377704-72B9-4967-8727-B1EB544D890D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"FB377704-72B9-4967-8727-B1EB544D890D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-opbf1y5k0vjq4hmz8al7","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-8","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-opbf1y5k0vjq4hmz8al7","referencedResources":{"ACS::ECS::Image":["m-opbf1y5k0vjq4hmz8al7"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	7	1795956901534369	184836644b00106c5de17469aa73acebf42e5b718024f19ebb25a169fba64cf2	{"eventId":"4624B763-9793-4B61-9026-EF5894D32E2E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"4624B763-9793-4B61-9026-EF5894D32E2E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-9","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-wn8y4pxs7anb27ttpz5z","referencedResources":{"ACS::ECS::Image":["m-wn8y4pxs7anb27ttpz5z"]},"responseElements":{"ImageId":"m-wn8y4pxs7anb27ttpz5z","TaskId":"t-lehllqk87f5l3o9w4g6z","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	8	1795956901558413	447b9c23d9670d8e20a465706a473d6bb9d22a1622d9f963a598e74e3cb2f3a4	{"eventId":"C8B8689C-09BB-4BAC-A315-FE37AA79048F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"C8B8689C-09BB-4BAC-A315-FE37AA79048F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-wn8y4pxs7anb27ttpz5z","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-12","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-wn8y4pxs7anb27ttpz5z","referencedResources":{"ACS::ECS::Image":["m-wn8y4pxs7anb27ttpz5z"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	9	1795956901566357	a45b189c875fc3b13ca4854a4064aa13b242e177b6dafbbe1cf7481bc3a6c561	{"eventId":"B1593DB5-E2FF-4D03-8D77-9DEA29FC4AEB","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B1593DB5-E2FF-4D03-8D77-9DEA29FC4AEB","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageId":"m-wn8y4pxs7anb27ttpz5z","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-14","SignatureVersion":"1.0","Status":"Deprecated","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-wn8y4pxs7anb27ttpz5z","referencedResources":{"ACS::ECS::Image":["m-wn8y4pxs7anb27ttpz5z"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	10	1795956901570339	2db55f357fb1b31b3fcdf9240eb2ac0a61a2a7d3ad9e95b36e51bcc9e6cb7fd1	{"eventId":"5FC3770D-1149-4069-80CF-B8D69B30BDF4","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5FC3770D-1149-4069-80CF-B8D69B30BDF4","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-15","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-xqq3yff41mftogqpybz6","referencedResources":{"ACS::ECS::Image":["m-xqq3yff41mftogqpybz6"]},"responseElements":{"ImageId":"m-xqq3yff41mftogqpybz6","TaskId":"t-2f5zfve7igw5c4x9snai","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	11	1795956901590379	caedaba7b47dce275ba19b5eed740f4d262d3b09ebd222fed0af32a1b56713e2	{"eventId":"86465786-1941-4897-99EB-1EBC91DC994E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"86465786-1941-4897-99EB-1EBC91DC994E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-1","Format":"JSON","ImageFamily":"made","ImageName":"made-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-18","SignatureVersion":"1.0","SnapshotId":"s-840acsp50agsikcsiyfh","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-1","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-22pnj3aebg77ywv9lho5","referencedResources":{"ACS::ECS::Image":["m-22pnj3aebg77ywv9lho5"],"ACS::ECS::Snapshot":["s-840acsp50agsikcsiyfh"]},"responseElements":{"ImageId":"m-22pnj3aebg77ywv9lho5"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	12	1795956901598415	5d26d9962fdb3c1fe6a3ad5c8f06bdf5d83a14d229e47821d1859e687584fcc9	{"eventId":"D45BD90C-A8E1-445D-A274-EFFC8DA1B600","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D45BD90C-A8E1-445D-A274-EFFC8DA1B600","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-2","Format":"JSON","ImageFamily":"made","ImageName":"made-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-19","SignatureVersion":"1.0","SnapshotId":"s-840acsp50agsikcsiyfh","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-2","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-rpxietzc8nw4wsxekf3l","referencedResources":{"ACS::ECS::Image":["m-rpxietzc8nw4wsxekf3l"],"ACS::ECS::Snapshot":["s-840acsp50agsikcsiyfh"]},"responseElements":{"ImageId":"m-rpxietzc8nw4wsxekf3l"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	13	1795956901602326	8a9364b76b0d3657f0551086a65f6f62fe8ce749ff32a206ec9fcb635ae88dbc	{"eventId":"28C6DA21-B145-487D-97A4-115A4C593E89","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"28C6DA21-B145-487D-97A4-115A4C593E89","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-3","Format":"JSON","ImageFamily":"made","ImageName":"made-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-20","SignatureVersion":"1.0","SnapshotId":"s-840acsp50agsikcsiyfh","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-3","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-mpjzyxp3tu8ewghqb7la","referencedResources":{"ACS::ECS::Image":["m-mpjzyxp3tu8ewghqb7la"],"ACS::ECS::Snapshot":["s-840acsp50agsikcsiyfh"]},"responseElements":{"ImageId":"m-mpjzyxp3tu8ewghqb7la"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	14	1795956901610342	26ac750086854a00c0f57105ea2072907fcf34095c642ddd015a75931bfb0651	{"eventId":"1FF739EC-93AF-4354-87D0-57935950EB75","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"1FF739EC-93AF-4354-87D0-57935950EB75","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-mpjzyxp3tu8ewghqb7la","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-22","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-mpjzyxp3tu8ewghqb7la","referencedResources":{"ACS::ECS::Image":["m-mpjzyxp3tu8ewghqb7la"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	15	1795956901618375	811297caf58d60ac9927a04827fa3a39cd12bf6244f271c4a74aeb85b95871d2	{"eventId":"91DA05A4-43C7-4C89-9A62-482A7C321A89","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"91DA05A4-43C7-4C89-9A62-482A7C321A89","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"m-e8lnaol9fdxhbx0anxjp","ResourceType":"image","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-24","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-e8lnaol9fdxhbx0anxjp","referencedResources":{"ACS::ECS::Image":["m-e8lnaol9fdxhbx0anxjp"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	16	1795956901622343	d5efba451a2388470ca855a6827bde7f892638e1422ccbf390352fe846b6dcfd	{"eventId":"ABFCB07B-C66E-46BF-B589-0D4B08B6AE64","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"ABFCB07B-C66E-46BF-B589-0D4B08B6AE64","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"s-840acsp50agsikcsiyfh","ResourceType":"snapshot","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-25","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-840acsp50agsikcsiyfh","referencedResources":{"ACS::ECS::Snapshot":["s-840acsp50agsikcsiyfh"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	17	1795956901626300	cba04379cc1534326d28b610ef888b925034e172404c159454e51406c74f4e37	{"eventId":"D0923B50-7511-451B-AF99-1A317DFC6B0A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateSnapshot","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D0923B50-7511-451B-AF99-1A317DFC6B0A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateSnapshot","DiskId":"d-golden-system","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-26","SignatureVersion":"1.0","SnapshotName":"of-a-disk","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-bmozy1ez0981rtb93xim","referencedResources":{"ACS::ECS::Disk":["d-golden-system"],"ACS::ECS::Snapshot":["s-bmozy1ez0981rtb93xim"]},"responseElements":{"SnapshotId":"s-bmozy1ez0981rtb93xim"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	18	1795956901638338	a0d03c79823de40a715fb88432565a2cc7d56b26007956ab21b9645e4a96fc09	{"eventId":"8E864408-3A3C-47CC-924C-E1B885BB0175","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"8E864408-3A3C-47CC-924C-E1B885BB0175","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","AddAccount.1":"6543210987654321","Format":"JSON","ImageId":"m-e8lnaol9fdxhbx0anxjp","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-29","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-e8lnaol9fdxhbx0anxjp","referencedResources":{"ACS::ECS::Image":["m-e8lnaol9fdxhbx0anxjp"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	19	1795956901642318	0ff5ca143fb259142d432cbd7da9024827f0b084fa5e8a6c22e991d3a2a53049	{"eventId":"86B8AF81-A5D6-4C1A-A30F-8E24899505D1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"86B8AF81-A5D6-4C1A-A30F-8E24899505D1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","Format":"JSON","ImageId":"m-22pnj3aebg77ywv9lho5","IsPublic":"true","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-30","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-22pnj3aebg77ywv9lho5","referencedResources":{"ACS::ECS::Image":["m-22pnj3aebg77ywv9lho5"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	20	1795956901646580	d3b99046c7922aaf66825d9957b0af63b1cff6b0bc764846545e5ab93f1be387	{"eventId":"D711E96A-7E61-4141-A3DC-C1D135B0D046","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"D711E96A-7E61-4141-A3DC-C1D135B0D046","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-e8lnaol9fdxhbx0anxjp","InstanceId":"i-others","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-1","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-others","referencedResources":{"ACS::ECS::Image":["m-e8lnaol9fdxhbx0anxjp"],"ACS::ECS::Instance":["i-others"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	21	1795956901654319	6b6d6b65bdea4a7c38a5eb4c90e5a05ae578fd62e1ea2ebaf18d91b835bcd889	{"eventId":"228EC886-E7BF-42A5-8BA4-86F95DBC5BA3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"228EC886-E7BF-42A5-8BA4-86F95DBC5BA3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-e8lnaol9fdxhbx0anxjp","InstanceId":"i-own","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-31","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-own","referencedResources":{"ACS::ECS::Image":["m-e8lnaol9fdxhbx0anxjp"],"ACS::ECS::Instance":["i-own"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	22	1795956901658363	fcecdbb7e1311275141e807b26bf0dd66885deb359e2cf5dec3f75676147d5a8	{"eventId":"A5786609-461C-418A-89BB-4A3A7B37A791","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"A5786609-461C-418A-89BB-4A3A7B37A791","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-e8lnaol9fdxhbx0anxjp","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-32","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Image":["m-e8lnaol9fdxhbx0anxjp"],"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	23	1795956901662313	9b0836145f9e0af6040d7a7f35b3cee75c897f6a43692eb2a8abf15438c673b3	{"eventId":"974841A1-9343-4535-A164-558434DF55C1","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeregisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"974841A1-9343-4535-A164-558434DF55C1","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeregisterImageUsage","Format":"JSON","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-33","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	24	1795956901670323	641a78de6ba3d80d7a5b9200cdec387230820ca69c203e53d17f609c52ce0427	{"eventId":"AD0E21A2-0468-4965-8F62-EE2017B569B3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"AD0E21A2-0468-4965-8F62-EE2017B569B3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-opbf1y5k0vjq4hmz8al7","InstanceId":"i-orphan","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-35","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-orphan","referencedResources":{"ACS::ECS::Image":["m-opbf1y5k0vjq4hmz8al7"],"ACS::ECS::Instance":["i-orphan"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	25	1795956901698342	7001ce2465da9dbe043b525a7c518c64e00e4a69ae501c0044ffa59bb2936160	{"eventId":"B02EB1A5-D764-46B0-A4F2-45E8B8C385F0","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ExportImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B02EB1A5-D764-46B0-A4F2-45E8B8C385F0","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ExportImage","Format":"JSON","ImageId":"m-e8lnaol9fdxhbx0anxjp","OSSBucket":"exported-images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-40","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-e8lnaol9fdxhbx0anxjp","referencedResources":{"ACS::ECS::Image":["m-e8lnaol9fdxhbx0anxjp"]},"responseElements":{"TaskId":"t-2zbsfonr4urhbmur3stc"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	26	1795956901728044	c0a86c9b84677980df342401c53625fbd98cbc87bbb23ed6d9477776d54d6d1f	{"eventId":"70B42744-0289-48F6-8314-450BEC549F24","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"70B42744-0289-48F6-8314-450BEC549F24","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Force":"true","Format":"JSON","ImageId":"m-opbf1y5k0vjq4hmz8al7","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-45","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-opbf1y5k0vjq4hmz8al7","referencedResources":{"ACS::ECS::Image":["m-opbf1y5k0vjq4hmz8al7"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	27	1795956901738501	b538ea0765fbbc0f5c57e353349ecf5d67f9ebae2ea33eb603694fd124317bce	{"eventId":"818901BB-4D21-4708-A95E-3DCCA62BAB22","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"818901BB-4D21-4708-A95E-3DCCA62BAB22","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"guarded","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-47","SignatureVersion":"1.0","SnapshotId":"s-i02b3ioqtkbwt530b78p","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-utrhz3l1imtx3llf7o87","referencedResources":{"ACS::ECS::Image":["m-utrhz3l1imtx3llf7o87"],"ACS::ECS::Snapshot":["s-i02b3ioqtkbwt530b78p"]},"responseElements":{"ImageId":"m-utrhz3l1imtx3llf7o87"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	28	1795956901741475	71c36d81c905da26e4c5cf56b9942f816c788c557aeddbddcae10cfce6568691	{"eventId":"CFB8EDBD-470A-4F92-B197-F51CA4B50D6E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"CFB8EDBD-470A-4F92-B197-F51CA4B50D6E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"restored","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-48","SignatureVersion":"1.0","SnapshotId":"s-i02b3ioqtkbwt530b78p","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-nlwaf12psfgj3f9e599q","referencedResources":{"ACS::ECS::Image":["m-nlwaf12psfgj3f9e599q"],"ACS::ECS::Snapshot":["s-i02b3ioqtkbwt530b78p"]},"responseElements":{"ImageId":"m-nlwaf12psfgj3f9e599q"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	29	1795956901754371	b57accd6bfcac8d468ff8d8326997a57ad9556cf1383acd5d680044565e22d2e	{"eventId":"B1F31C55-B10F-4080-9D75-D299FF609FFC","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"B1F31C55-B10F-4080-9D75-D299FF609FFC","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","DeletionProtection":"true","Format":"JSON","ImageId":"m-utrhz3l1imtx3llf7o87","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-51","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-utrhz3l1imtx3llf7o87","referencedResources":{"ACS::ECS::Image":["m-utrhz3l1imtx3llf7o87"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	30	1795956901758455	f6da39f6dbbb7de4445445423437333f2cef5b7ca6cc7b530c97e4d4aadbf47c	{"eventId":"F316354A-D909-4546-A70D-D4E8E3F69882","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"F316354A-D909-4546-A70D-D4E8E3F69882","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-nlwaf12psfgj3f9e599q","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-52","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-nlwaf12psfgj3f9e599q","referencedResources":{"ACS::ECS::Image":["m-nlwaf12psfgj3f9e599q"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	31	1795956901762442	30ea57d87de57d71727c88f879e2bd58d4e227a71e3a2425ab6f6a6fe243fc4a	{"eventId":"257E6F63-0AF1-4A11-A9E5-970BD57169F2","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RestoreImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"257E6F63-0AF1-4A11-A9E5-970BD57169F2","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RestoreImage","Format":"JSON","ImageId":"m-nlwaf12psfgj3f9e599q","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-53","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-nlwaf12psfgj3f9e599q","referencedResources":{"ACS::ECS::Image":["m-nlwaf12psfgj3f9e599q"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	32	1795956901766351	5fd0670365ce2b38a61fa6bbf5ee4a63d0806456a0015ed27a373bb2e19854d4	{"eventId":"97F0BBF5-76EC-4683-BAF8-2F76637CAF35","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"97F0BBF5-76EC-4683-BAF8-2F76637CAF35","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"made","ImageName":"binned","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-54","SignatureVersion":"1.0","SnapshotId":"s-i02b3ioqtkbwt530b78p","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-6zlxtxjrng3i6vy3voip","referencedResources":{"ACS::ECS::Image":["m-6zlxtxjrng3i6vy3voip"],"ACS::ECS::Snapshot":["s-i02b3ioqtkbwt530b78p"]},"responseElements":{"ImageId":"m-6zlxtxjrng3i6vy3voip"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	33	1795956901774522	645ede1fddb903ec6a6beaa14b95468b68c351dac8f7ee17ba1b0a002b0778a2	{"eventId":"9E81734E-102E-4A08-BEC2-499F94199F76","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9E81734E-102E-4A08-BEC2-499F94199F76","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-6zlxtxjrng3i6vy3voip","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-56","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-6zlxtxjrng3i6vy3voip","referencedResources":{"ACS::ECS::Image":["m-6zlxtxjrng3i6vy3voip"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	34	1795956901782473	3ec921071d680faeb361488e66c312464e6baf3fd5ae596233723de92973fcb1	{"eventId":"113318CB-E5E5-45D9-ABE2-0C430BD9127F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageOwnerGuard","eventRW":"Write","eventSource":"127.0.0.1:45171","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"113318CB-E5E5-45D9-ABE2-0C430BD9127F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageOwnerGuard","Format":"JSON","Mode":"audit","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-57","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","TrustedOwner.1":"system","TrustedOwner.2":"6543210987654321","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	35	1795956901930368	4a024afeb73c2a663a78a2426db1f8c4510edd18ac9ef88dacc5871a679d7cfc	{"eventId":"F122ED0A-1FAA-46B6-BD25-F755B2E47AC8","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:34201","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"F122ED0A-1FAA-46B6-BD25-F755B2E47AC8","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"slow","ImageName":"slow","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-2","SignatureVersion":"1.0","SnapshotId":"s-840acsp50agsikcsiyfh","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ukfozmkfkiaj8cl4pg4q","referencedResources":{"ACS::ECS::Image":["m-ukfozmkfkiaj8cl4pg4q"],"ACS::ECS::Snapshot":["s-840acsp50agsikcsiyfh"]},"responseElements":{"ImageId":"m-ukfozmkfkiaj8cl4pg4q"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	36	1795956901935287	b2b15f42e949d6ce284cb19ef7ac57a2d07346c91a498cc36bd420ede0f7da6d	{"eventId":"E81BCD9C-9287-40F1-8699-A96387C76BB3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:34201","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"E81BCD9C-9287-40F1-8699-A96387C76BB3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"slow-import","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-3","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-bzze71bzluc21n6smpg5","referencedResources":{"ACS::ECS::Image":["m-bzze71bzluc21n6smpg5"]},"responseElements":{"ImageId":"m-bzze71bzluc21n6smpg5","TaskId":"t-60nlmbu7a0fy4qrgrjqx","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	37	1795956901940537	15608eb542cb1afe28906f7c1fa670cbb0440a57ce2eba88282948964d211af4	{"eventId":"FA1A2EF0-004A-4382-BF72-D862172030AE","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:34201","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"FA1A2EF0-004A-4382-BF72-D862172030AE","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"slow-copy","Format":"JSON","ImageId":"m-rpxietzc8nw4wsxekf3l","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-5","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-v9jlnqptwqlwc0yjt7ym,m-rpxietzc8nw4wsxekf3l","referencedResources":{"ACS::ECS::Image":["m-v9jlnqptwqlwc0yjt7ym","m-rpxietzc8nw4wsxekf3l"]},"responseElements":{"ImageId":"m-v9jlnqptwqlwc0yjt7ym"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	38	1795956901944153	180f2bca3833bd1d8885ea19d0947b8c39eee802f3e952559e353cdd9708315d	{"eventId":"1CB6F083-CBD9-4277-9640-E2EC00B8D2E2","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:34201","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"1CB6F083-CBD9-4277-9640-E2EC00B8D2E2","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"cancelled","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-6","SignatureVersion":"1.0","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-y5d00t8rpagn61mzvxi8","referencedResources":{"ACS::ECS::Image":["m-y5d00t8rpagn61mzvxi8"]},"responseElements":{"ImageId":"m-y5d00t8rpagn61mzvxi8","TaskId":"t-vwbcrjtoe0q1azqocjr5","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	39	1795956901949546	1435ecf55b5eaf4362ba3be68885f8e87b9dc612580fb7adcfd08aabc0db08d7	{"eventId":"FD456CB5-2378-46C1-A36C-06986CEF769E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CancelTask","eventRW":"Write","eventSource":"127.0.0.1:34201","eventTime":"2026-11-29T12:55:01Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"FD456CB5-2378-46C1-A36C-06986CEF769E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CancelTask","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-7","SignatureVersion":"1.0","TaskId":"t-vwbcrjtoe0q1azqocjr5","Timestamp":"2026-11-29T12:55:01Z","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}
6543210987654321		1	1795956901465194	2f3ce7bee131df9c1f926fd5bb6df6a980d2aaba9319517d13233e6947eef281	{"eventId":"60CED2DB-ED59-42B7-9BE5-793D9ACA2ED7","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T12:55:01Z","requestId":"60CED2DB-ED59-42B7-9BE5-793D9ACA2ED7","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
\.


--
-- Data for Name: audit_trails; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_trails (account_id, sequence, hash) FROM stdin;
0	1	b124642250c5e6c9745070f891f1b580be9397403fddebf25ae690410f991ac9
1234567890123456	10	fa4eb6b3a381d1bbf23f32c5293c06176c0f3d7482969caacd05a86ee7f18811
6543210987654321	1	2f3ce7bee131df9c1f926fd5bb6df6a980d2aaba9319517d13233e6947eef281
\.


--
-- Data for Name: bin_images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.bin_images (account_id, region_id, image_id, restorable_until_us) FROM stdin;
1234567890123456	cn-hangzhou	m-6zlxtxjrng3i6vy3voip	2111316901774522
1234567890123456	cn-hangzhou	m-mpjzyxp3tu8ewghqb7la	2111316901610342
1234567890123456	cn-hangzhou	m-opbf1y5k0vjq4hmz8al7	2111316901728044
\.


--
-- Data for Name: bin_snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.bin_snapshots (account_id, region_id, snapshot_id, image_id, restorable_until_us) FROM stdin;
1234567890123456	cn-hangzhou	s-840acsp50agsikcsiyfh	m-mpjzyxp3tu8ewghqb7la	2111316901610342
1234567890123456	cn-hangzhou	s-c7880jjy3akzgtwsdjsw	m-opbf1y5k0vjq4hmz8al7	2111316901728044
1234567890123456	cn-hangzhou	s-i02b3ioqtkbwt530b78p	m-6zlxtxjrng3i6vy3voip	2111316901774522
\.


--
-- Data for Name: catalogues; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.catalogues (account_id, region_id, sequence, images, families, audit_sequence, audit_hash) FROM stdin;
0	cn-hangzhou	3	1	1	3	dd762c8abfe7ef8097a73b86e4d505f0a77af22260197fe5f664e95e274dfda3
1234567890123456	cn-beijing	5	1	0	1	c04d6fb391f50df9db30c30cb2051cd8b29ad19c20fe0d85936afc0ba16b3ce1
1234567890123456	cn-hangzhou	71	10	3	39	1435ecf55b5eaf4362ba3be68885f8e87b9dc612580fb7adcfd08aabc0db08d7
\.


--
-- Data for Name: client_tokens; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.client_tokens (account_id, region_id, action, client_token, parameters, answer, expires_at_us) FROM stdin;
1234567890123456	cn-hangzhou	CreateImage	made-1	1c8e6928a127f9c41af5a01a457401115330dec90b0708741533e519489cccf7	{"ImageId":"m-22pnj3aebg77ywv9lho5"}	1796043301590379
1234567890123456	cn-hangzhou	CreateImage	made-2	27860f6b8336ee858c1ef4983bbb774264df5006863e7dc72fc3f3f3bbd85ad1	{"ImageId":"m-rpxietzc8nw4wsxekf3l"}	1796043301598415
1234567890123456	cn-hangzhou	CreateImage	made-3	66edca432e424b78c0faa9e45ab633bebda6bceb8343ca9cdbf90518ada2dff8	{"ImageId":"m-mpjzyxp3tu8ewghqb7la"}	1796043301602326
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
1234567890123456	281368606792629731	924942856062102631	1795956901800974
\.


--
-- Data for Name: head_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.head_log (account_id, region_id, family, revision, image_id, changed_at_us, action, request_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64	1	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1795956901466244	ApplyFixtures	3EFA5BE1-B270-4662-BAC5-527751AD4EE6
1234567890123456	cn-hangzhou	base	8	m-e8lnaol9fdxhbx0anxjp	1795956901506379	ModifyImageAttribute	C7D7F7B0-C1BE-438C-A962-70F3B15F720D
1234567890123456	cn-hangzhou	base	14	m-opbf1y5k0vjq4hmz8al7	1795956901530366	ModifyImageAttribute	FB377704-72B9-4967-8727-B1EB544D890D
1234567890123456	cn-hangzhou	base	20	m-wn8y4pxs7anb27ttpz5z	1795956901558413	ModifyImageAttribute	C8B8689C-09BB-4BAC-A315-FE37AA79048F
1234567890123456	cn-hangzhou	base	21	m-opbf1y5k0vjq4hmz8al7	1795956901566357	ModifyImageAttribute	B1593DB5-E2FF-4D03-8D77-9DEA29FC4AEB
1234567890123456	cn-hangzhou	base	45	m-e8lnaol9fdxhbx0anxjp	1795956901728044	DeleteImage	70B42744-0289-48F6-8314-450BEC549F24
1234567890123456	cn-hangzhou	made	27	m-22pnj3aebg77ywv9lho5	1795956901590379	CreateImage	86465786-1941-4897-99EB-1EBC91DC994E
1234567890123456	cn-hangzhou	made	28	m-rpxietzc8nw4wsxekf3l	1795956901598415	CreateImage	D45BD90C-A8E1-445D-A274-EFFC8DA1B600
1234567890123456	cn-hangzhou	made	29	m-mpjzyxp3tu8ewghqb7la	1795956901602326	CreateImage	28C6DA21-B145-487D-97A4-115A4C593E89
1234567890123456	cn-hangzhou	made	30	m-rpxietzc8nw4wsxekf3l	1795956901610342	DeleteImage	1FF739EC-93AF-4354-87D0-57935950EB75
1234567890123456	cn-hangzhou	made	51	m-6zlxtxjrng3i6vy3voip	1795956901766351	CreateImage	97F0BBF5-76EC-4683-BAF8-2F76637CAF35
1234567890123456	cn-hangzhou	made	52	m-rpxietzc8nw4wsxekf3l	1795956901774522	DeleteImage	9E81734E-102E-4A08-BEC2-499F94199F76
\.


--
-- Data for Name: image_instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_instances (account_id, region_id, image_id, user_id, instance_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1234567890123456	i-golden
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	6543210987654321	i-of-the-system
1234567890123456	cn-hangzhou	m-e8lnaol9fdxhbx0anxjp	1234567890123456	i-own
1234567890123456	cn-hangzhou	m-e8lnaol9fdxhbx0anxjp	6543210987654321	i-others
1234567890123456	cn-hangzhou	m-opbf1y5k0vjq4hmz8al7	1234567890123456	i-orphan
\.


--
-- Data for Name: image_shares; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_shares (account_id, region_id, image_id, shared_with, shared_at_us) FROM stdin;
1234567890123456	cn-hangzhou	m-22pnj3aebg77ywv9lho5	0	1795956901642318
1234567890123456	cn-hangzhou	m-e8lnaol9fdxhbx0anxjp	6543210987654321	1795956901638338
\.


--
-- Data for Name: image_snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_snapshots (account_id, region_id, snapshot_id, image_id) FROM stdin;
1234567890123456	cn-beijing	s-qtjmt3rn5397v0a91eu3	m-3ukduq9gp6pqtw0bygeq
1234567890123456	cn-hangzhou	s-0oq7jeg557buov9w9baa	m-v9jlnqptwqlwc0yjt7ym
1234567890123456	cn-hangzhou	s-840acsp50agsikcsiyfh	m-22pnj3aebg77ywv9lho5
1234567890123456	cn-hangzhou	s-840acsp50agsikcsiyfh	m-rpxietzc8nw4wsxekf3l
1234567890123456	cn-hangzhou	s-840acsp50agsikcsiyfh	m-ukfozmkfkiaj8cl4pg4q
1234567890123456	cn-hangzhou	s-840acsp50agsikcsiyfh	m-xqq3yff41mftogqpybz6
1234567890123456	cn-hangzhou	s-fix3y8eh8m46ybdhlsg7	m-bzze71bzluc21n6smpg5
1234567890123456	cn-hangzhou	s-i02b3ioqtkbwt530b78p	m-e8lnaol9fdxhbx0anxjp
1234567890123456	cn-hangzhou	s-i02b3ioqtkbwt530b78p	m-nlwaf12psfgj3f9e599q
1234567890123456	cn-hangzhou	s-i02b3ioqtkbwt530b78p	m-utrhz3l1imtx3llf7o87
1234567890123456	cn-hangzhou	s-jxlgcuur9cth8bbd9qbd	m-wn8y4pxs7anb27ttpz5z
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
1234567890123456	cn-beijing	m-3ukduq9gp6pqtw0bygeq	1	1795956901678336	\N	copy-1	\N			Available		100	CopyImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-qtjmt3rn5397v0a91eu3"}]	{}	0
1234567890123456	cn-hangzhou	m-22pnj3aebg77ywv9lho5	27	1795956901590379	\N	made-1	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		1	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-840acsp50agsikcsiyfh"}]	{"tier":"golden","round":"made-1"}	0
1234567890123456	cn-hangzhou	m-6zlxtxjrng3i6vy3voip	51	1795956901766351	1795956901774522	binned	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-i02b3ioqtkbwt530b78p"}]	{}	0
1234567890123456	cn-hangzhou	m-bzze71bzluc21n6smpg5	57	1795956901935287	\N	slow-import	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-fix3y8eh8m46ybdhlsg7","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-e8lnaol9fdxhbx0anxjp	3	1795956901475019	\N	base-1	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	1	2	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-i02b3ioqtkbwt530b78p","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{"tier":"golden"}	0
1234567890123456	cn-hangzhou	m-mpjzyxp3tu8ewghqb7la	29	1795956901602326	1795956901610342	made-3	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-840acsp50agsikcsiyfh"}]	{"tier":"golden","round":"made-3"}	0
1234567890123456	cn-hangzhou	m-nlwaf12psfgj3f9e599q	47	1795956901741475	\N	restored	\N			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-i02b3ioqtkbwt530b78p"}]	{}	0
1234567890123456	cn-hangzhou	m-opbf1y5k0vjq4hmz8al7	9	1795956901510344	1795956901728044	base-2	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	1	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-c7880jjy3akzgtwsdjsw","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-rpxietzc8nw4wsxekf3l	28	1795956901598415	\N	made-2	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-840acsp50agsikcsiyfh"}]	{"tier":"golden","round":"made-2"}	0
1234567890123456	cn-hangzhou	m-ukfozmkfkiaj8cl4pg4q	54	1795956901930368	\N	slow	slow			Creating		0	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-840acsp50agsikcsiyfh"}]	{}	0
1234567890123456	cn-hangzhou	m-utrhz3l1imtx3llf7o87	46	1795956901738501	\N	guarded	\N			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-i02b3ioqtkbwt530b78p"}]	{}	1
1234567890123456	cn-hangzhou	m-v9jlnqptwqlwc0yjt7ym	59	1795956901940537	\N	slow-copy	\N			Creating		0	CopyImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-0oq7jeg557buov9w9baa"}]	{}	0
1234567890123456	cn-hangzhou	m-wn8y4pxs7anb27ttpz5z	15	1795956901534369	\N	base-3	base			Deprecated		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-jxlgcuur9cth8bbd9qbd","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-xqq3yff41mftogqpybz6	22	1795956901570339	\N	base	\N			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-840acsp50agsikcsiyfh","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-y5d00t8rpagn61mzvxi8	62	1795956901944153	1795956901949546	cancelled	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-t23coq11bnar3yvelqaq","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
\.


--
-- Data for Name: instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.instances (account_id, region_id, instance_id, status, image_owner_id, image_id) FROM stdin;
1234567890123456	cn-hangzhou	i-golden	Stopped	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
1234567890123456	cn-hangzhou	i-orphan	Running	1234567890123456	m-opbf1y5k0vjq4hmz8al7
1234567890123456	cn-hangzhou	i-own	Running	1234567890123456	m-e8lnaol9fdxhbx0anxjp
6543210987654321	cn-hangzhou	i-of-the-system	Running	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
6543210987654321	cn-hangzhou	i-others	Running	1234567890123456	m-e8lnaol9fdxhbx0anxjp
\.


--
-- Data for Name: nonces; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.nonces (account_id, access_key_id, nonce, expires_at_us) FROM stdin;
1234567890123456	testid	1-1	1795958701000000
1234567890123456	testid	1-12	1795958701000000
1234567890123456	testid	1-14	1795958701000000
1234567890123456	testid	1-15	1795958701000000
1234567890123456	testid	1-18	1795958701000000
1234567890123456	testid	1-19	1795958701000000
1234567890123456	testid	1-20	1795958701000000
1234567890123456	testid	1-22	1795958701000000
1234567890123456	testid	1-24	1795958701000000
1234567890123456	testid	1-25	1795958701000000
1234567890123456	testid	1-26	1795958701000000
1234567890123456	testid	1-29	1795958701000000
1234567890123456	testid	1-30	1795958701000000
1234567890123456	testid	1-31	1795958701000000
1234567890123456	testid	1-32	1795958701000000
1234567890123456	testid	1-33	1795958701000000
1234567890123456	testid	1-35	1795958701000000
1234567890123456	testid	1-37	1795958701000000
1234567890123456	testid	1-4	1795958701000000
1234567890123456	testid	1-40	1795958701000000
1234567890123456	testid	1-45	1795958701000000
1234567890123456	testid	1-47	1795958701000000
1234567890123456	testid	1-48	1795958701000000
1234567890123456	testid	1-5	1795958701000000
1234567890123456	testid	1-51	1795958701000000
1234567890123456	testid	1-52	1795958701000000
1234567890123456	testid	1-53	1795958701000000
1234567890123456	testid	1-54	1795958701000000
1234567890123456	testid	1-56	1795958701000000
1234567890123456	testid	1-57	1795958701000000
1234567890123456	testid	1-58	1795958701000000
1234567890123456	testid	1-59	1795958701000000
1234567890123456	testid	1-60	1795958701000000
1234567890123456	testid	1-61	1795958701000000
1234567890123456	testid	1-62	1795958701000000
1234567890123456	testid	1-63	1795958701000000
1234567890123456	testid	1-64	1795958701000000
1234567890123456	testid	1-65	1795958701000000
1234567890123456	testid	1-66	1795958701000000
1234567890123456	testid	1-8	1795958701000000
1234567890123456	testid	1-9	1795958701000000
1234567890123456	testid	3-2	1795958701000000
1234567890123456	testid	3-3	1795958701000000
1234567890123456	testid	3-5	1795958701000000
1234567890123456	testid	3-6	1795958701000000
1234567890123456	testid	3-7	1795958701000000
6543210987654321	otherid	2-1	1795958701000000
6543210987654321	otherid	2-2	1795958701000000
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
1234567890123456	images		1	1	1795956901805493	1795956901805493	{"team":"builders"}
\.


--
-- Data for Name: policy_attachments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policy_attachments (account_id, entity_type, entity_id, policy_type, policy_name, attached_at_us) FROM stdin;
1234567890123456	Group	281368606792629731	System	AliyunECSReadOnlyAccess	1795956901810387
1234567890123456	Role	306952361231462074	Custom	images	1795956901812213
1234567890123456	User	924942856062102631	Custom	images	1795956901807521
\.


--
-- Data for Name: policy_versions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policy_versions (account_id, policy_name, version, document, created_at_us) FROM stdin;
1234567890123456	images	1	{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}	1795956901805493
\.


--
-- Data for Name: refinery_schema_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.refinery_schema_history (version, name, applied_on, checksum) FROM stdin;
1	catalogue	2026-11-29T12:55:03.019899558Z	10768457456830434487
2	throttles	2026-11-29T12:55:03.019906481Z	14591095462512939459
3	access	2026-11-29T12:55:03.019907964Z	6052349647404228499
4	audit	2026-11-29T12:55:03.019909587Z	4125763650635833989
5	guards	2026-11-29T12:55:03.019910589Z	13791927806740824022
6	access_tags	2026-11-29T12:55:03.019912252Z	16873370701461179006
\.


--
-- Data for Name: roles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.roles (account_id, role_id, name, description, trust_policy, session_s_max, created_at_us, updated_at_us, tags) FROM stdin;
1234567890123456	306952361231462074	nightly		{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",\n        "Principal": {"RAM": ["acs:ram::1234567890123456:user/alice"]}}]}	3600	1795956901803549	1795956901803549	{"team":"builders"}
\.


--
-- Data for Name: shared_images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.shared_images (account_id, region_id, owner_id, image_id) FROM stdin;
0	cn-hangzhou	1234567890123456	m-22pnj3aebg77ywv9lho5
6543210987654321	cn-hangzhou	1234567890123456	m-e8lnaol9fdxhbx0anxjp
\.


--
-- Data for Name: snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.snapshots (account_id, region_id, snapshot_id, created_at_us, status, source_disk, size_gib, bytes_path, bytes_length, bytes_sha256, name, description, retention_days, resource_group_id, disk_id, copied_region_id, copied_snapshot_id, copied_path, copied_length, copied_sha256, tags) FROM stdin;
1234567890123456	cn-beijing	s-qtjmt3rn5397v0a91eu3	1795956901678336	accomplished	system	1	1234567890123456/s-qtjmt3rn5397v0a91eu3-8f99090f1297	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-i02b3ioqtkbwt530b78p	1234567890123456/s-i02b3ioqtkbwt530b78p-466276f88bcd	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-0oq7jeg557buov9w9baa	1795956901940537	accomplished	system	1	1234567890123456/s-0oq7jeg557buov9w9baa-adcfeec43475	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-840acsp50agsikcsiyfh	1234567890123456/s-840acsp50agsikcsiyfh-faa08c36a0d4	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-840acsp50agsikcsiyfh	1795956901570339	accomplished	system	1	1234567890123456/s-840acsp50agsikcsiyfh-faa08c36a0d4	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{"tier":"golden"}
1234567890123456	cn-hangzhou	s-base	1795956901465108	accomplished	system	20	\N	\N	\N			\N		\N	\N	\N	\N	\N	\N	{"made-by":"fixtures"}
1234567890123456	cn-hangzhou	s-bmozy1ez0981rtb93xim	1795956901626300	accomplished	system	40	\N	\N	\N	of-a-disk		\N		d-golden-system	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-c7880jjy3akzgtwsdjsw	1795956901510344	accomplished	system	1	1234567890123456/s-c7880jjy3akzgtwsdjsw-799ea9509f58	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-fix3y8eh8m46ybdhlsg7	1795956901935287	accomplished	system	1	1234567890123456/s-fix3y8eh8m46ybdhlsg7-86b3c1f2aba1	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-i02b3ioqtkbwt530b78p	1795956901475019	accomplished	system	1	1234567890123456/s-i02b3ioqtkbwt530b78p-466276f88bcd	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-jxlgcuur9cth8bbd9qbd	1795956901534369	accomplished	system	1	1234567890123456/s-jxlgcuur9cth8bbd9qbd-6c8b755c2aae	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
\.


--
-- Data for Name: tags; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tags (account_id, region_id, resource_type, resource_id, tag_key, tag_value, status, created_at_us, sequence) FROM stdin;
1234567890123456	cn-hangzhou	image	m-22pnj3aebg77ywv9lho5	round	made-1	Available	1795956901590379	27
1234567890123456	cn-hangzhou	image	m-22pnj3aebg77ywv9lho5	tier	golden	Available	1795956901590379	27
1234567890123456	cn-hangzhou	image	m-e8lnaol9fdxhbx0anxjp	tier	golden	Available	1795956901475019	3
1234567890123456	cn-hangzhou	image	m-rpxietzc8nw4wsxekf3l	round	made-2	Available	1795956901598415	28
1234567890123456	cn-hangzhou	image	m-rpxietzc8nw4wsxekf3l	tier	golden	Available	1795956901598415	28
1234567890123456	cn-hangzhou	snapshot	s-840acsp50agsikcsiyfh	tier	golden	accomplished	1795956901570339	0
1234567890123456	cn-hangzhou	snapshot	s-base	made-by	fixtures	accomplished	1795956901465108	0
\.


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tasks (account_id, region_id, task_id, action, status, image_id, created_at_us, ready_at_us, finished_at_us, due_at_us, lease_owner, progress, attempts, failure, source_region_id, source_image_id, export_bucket, export_prefix, export_format) FROM stdin;
1234567890123456	cn-beijing	t-2wd07kyzjsjmbg7hzh3h	CopyImage	Finished	m-3ukduq9gp6pqtw0bygeq	1795956901678336	1795956901678336	1795956901687099	1795956931683950	\N	100	0		cn-hangzhou	m-e8lnaol9fdxhbx0anxjp	\N	\N	\N
1234567890123456	cn-hangzhou	t-0hzah8gljq758j4apngl	CopyImage	Processing	m-v9jlnqptwqlwc0yjt7ym	1795956901940537	1795956901940537	\N	1795956901940537	\N	0	0		cn-hangzhou	m-rpxietzc8nw4wsxekf3l	\N	\N	\N
1234567890123456	cn-hangzhou	t-0raux3avwmnyy2urd2ov	ImportImage	Finished	m-e8lnaol9fdxhbx0anxjp	1795956901475019	1795956901475019	1795956901492549	1795956931489144	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-2f5zfve7igw5c4x9snai	ImportImage	Finished	m-xqq3yff41mftogqpybz6	1795956901570339	1795956901570339	1795956901576834	1795956931574381	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-2zbsfonr4urhbmur3stc	ExportImage	Finished	m-e8lnaol9fdxhbx0anxjp	1795956901698342	1795956901698342	1795956901714717	1795956931707445	\N	100	0		\N	\N	exported-images		raw
1234567890123456	cn-hangzhou	t-60nlmbu7a0fy4qrgrjqx	ImportImage	Processing	m-bzze71bzluc21n6smpg5	1795956901935287	1795956901935287	\N	1795956901935287	\N	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-aqmmjy6ynaubn1ubbxf7	ImportImage	Finished	m-opbf1y5k0vjq4hmz8al7	1795956901510344	1795956901510344	1795956901517191	1795956931515019	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-lehllqk87f5l3o9w4g6z	ImportImage	Finished	m-wn8y4pxs7anb27ttpz5z	1795956901534369	1795956901534369	1795956901541050	1795956931538661	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-qs20npss3kff10q0s15p	CreateImage	Processing	m-ukfozmkfkiaj8cl4pg4q	1795956901930368	1795956901930368	\N	1795956901930368	\N	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-vwbcrjtoe0q1azqocjr5	ImportImage	Deleted	m-y5d00t8rpagn61mzvxi8	1795956901944153	1795960501944153	1795956901949546	1795956931948407	\N	0	0	cancelled	\N	\N	\N	\N	\N
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
1234567890123456	281368606792629731	readers		1795956901798820	1795956901798820
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (account_id, user_id, name, display_name, comments, mobile_phone, email, created_at_us, updated_at_us) FROM stdin;
1234567890123456	924942856062102631	alice					1795956901786392	1795956901786392
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


